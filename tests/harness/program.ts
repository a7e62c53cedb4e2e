import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'
import { root } from '../../src/platform/root.ts'

/** Bundles one of our TypeScript files so that a process of its own can run it; gives the path. */
export async function bundle(file: string): Promise<string> {
  const folder = join(root, '.cache', 'programs')
  await mkdir(folder, { recursive: true })
  const outfile = join(folder, `${basename(file, '.ts')}-${process.pid}.mjs`)
  await build({
    entryPoints: [join(root, file)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  })
  return outfile
}

/** A process that answers in lines of JSON. */
export class Program {
  readonly process: ChildProcessWithoutNullStreams
  readonly ended: Promise<number | null>
  #lines: AsyncIterator<string>
  #errors = ''

  constructor(script: string, args: string[], env: NodeJS.ProcessEnv = process.env) {
    this.process = spawn(process.execPath, [script, ...args], { env })
    this.#lines = createInterface({ input: this.process.stdout })[Symbol.asyncIterator]()
    this.process.stderr.on('data', (data) => (this.#errors += data))
    this.ended = new Promise((resolve) => this.process.once('exit', resolve))
  }

  /** The next line it writes; throws what it wrote as error when it ends instead. */
  async line<T>(): Promise<T> {
    const { value, done } = await this.#lines.next()
    if (done) throw new Error(this.#errors || 'The program ended')
    return JSON.parse(value)
  }

  /** Asks it to stop as an operator would, and waits until it has. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    this.process.kill(signal)
    return this.ended
  }
}
