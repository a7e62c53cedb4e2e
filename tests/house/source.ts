import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../src/platform/root.ts'

export type Source = {
  /** From the project's folder, `src/access/policy.ts`. */
  path: string
  /** The text without comments, line for line. */
  code: string
}

/** The program's own files, without its tests. */
export function sources(): Source[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .filter(
      (path) =>
        /\.tsx?$/.test(path) && !/\.test\.tsx?$|\/fixtures\/|\/tables\.ts$|\.properties\.ts$/.test(path),
    )
    .map((path) => ({ path, code: withoutComments(readFileSync(join(root, path), 'utf8')) }))
}

function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''))
    .replace(/^\s*\/\/.*$/gm, '')
}

/** Where the pattern is, `src/app.ts:12`, leaving out files that an exception covers. */
export function found(pattern: RegExp, but: readonly RegExp[] = []): string[] {
  return sources()
    .filter(({ path }) => !but.some((exception) => exception.test(path)))
    .flatMap(({ path, code }) =>
      code.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])),
    )
}

/** The exceptions that cover nothing any more: they go, for a list of exceptions only shrinks. */
export function idle(pattern: RegExp, exceptions: readonly RegExp[]): string[] {
  return exceptions
    .filter((one) => !sources().some(({ path, code }) => one.test(path) && pattern.test(code)))
    .map(String)
}
