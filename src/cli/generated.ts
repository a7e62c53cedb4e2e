import { readFile } from 'node:fs/promises'
import { text as readAll } from 'node:stream/consumers'
import { type Command, Option } from 'commander'
import type { z } from 'zod'
import type { Caller } from '../platform/actor.ts'
import type { Door } from '../platform/door.ts'
import { type InputField, inputFields, type JsonSchema } from '../platform/input-fields.ts'
import type { Module } from '../platform/module.ts'
import { callerOf, opened } from './open.ts'
import { flag, print, Stop } from './say.ts'
import { inLines } from './show.ts'

/** Verbs of the catalogue that the command line has a better way to. */
const HAND_MADE = [
  'import-register',
  'import-positions',
  'stage-register',
  'register-preview',
  'registers-sent',
  'create-token',
  'people',
]

type Verb = {
  name: string
  says: string
  input: z.ZodObject
  run: (door: Door, caller: Caller, input: unknown) => Promise<unknown>
}

/** A verb for every listing and every action, under a heading for each module. */
export function addGenerated(program: Command, catalogue: readonly Module[]): void {
  for (const { name: heading, listings, actions } of catalogue) {
    const looks: Verb[] = listings.map((listing) => ({
      name: listing.name,
      says: listing.says,
      input: listing.query,
      run: (door, caller, query) => door.look(listing, caller, query),
    }))
    const deeds: Verb[] = actions.map((action) => ({
      name: action.name,
      says: action.says,
      input: action.input,
      run: (door, caller, input) => door.perform(action, caller, input),
    }))
    for (const verb of [...looks, ...deeds]) {
      if (!HAND_MADE.includes(verb.name)) addVerb(program, `${headed(heading)}:`, verb)
    }
  }
}

const HEADINGS: Record<string, string> = { households: 'Homes', register: 'Bringing records in' }
const headed = (name: string): string => HEADINGS[name] ?? `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`

function addVerb(program: Command, heading: string, verb: Verb): void {
  const fields = inputFields(verb.input)
  const command = program.command(verb.name).description(verb.says).helpGroup(heading)
  for (const field of fields) command.addOption(optionOf(field))
  withWho(command, fields)
  command.option(
    '--input <file>',
    'the answers as JSON, from a file or - for standard input; options go over it',
  )
  command.option('--json', 'print the answer as JSON')
  command.action(async (options: Record<string, unknown>) => {
    const { input: file, json, as, service } = options
    const given = typeof file === 'string' ? await readInput(file) : {}
    const input = { ...given, ...answersOf(fields, options) }
    const person = (as ??
      (fields.some(({ name }) => name === 'person') ? undefined : options.person)) as string
    await opened(async (open) => {
      const caller = await callerOf(open, { as: person, service: service as string | undefined })
      const answer = await verb.run(open.door, caller, input)
      print(json ? JSON.stringify(answer, null, 2) : inLines(answer).join('\n'))
    })
  })
}

/** As whom: `--as`, and `--person` where no answer has that name. */
function withWho(command: Command, fields: readonly InputField[]): void {
  const free = (name: string) => !fields.some((field) => field.name === name)
  if (free('as')) command.option('--as <id>', 'act as this person; without it, as the operator')
  if (free('person')) command.addOption(new Option('--person <id>', 'the same as --as'))
  if (free('service')) command.option('--service <name>', 'the service, where there are several')
}

function optionOf({ name, schema, needed, says }: InputField): Option {
  const what = [says, choices(schema), needed ? '(needed)' : ''].filter(Boolean).join(' ')
  return new Option(`${flag(name)}${placeholder(schema)}`, what)
}

function placeholder(schema: JsonSchema): string {
  const one = main(schema)
  if (one.type === 'boolean') return ''
  if (one.type === 'array') return isPlain(one.items as JsonSchema | undefined) ? ' <value...>' : ' <json>'
  if (one.type === 'object') return ' <json>'
  if (one.format === 'uuid') return ' <id>'
  if (one.format === 'date') return ' <yyyy-mm-dd>'
  return one.type === 'integer' || one.type === 'number' ? ' <number>' : ' <text>'
}

/** The schema of the answer itself, where it may also be left out. */
function main(schema: JsonSchema): JsonSchema {
  const either = (schema.anyOf ?? []) as JsonSchema[]
  return either.find(({ type }) => type !== 'null') ?? schema
}

const isPlain = (items: JsonSchema | undefined): boolean => items !== undefined && items.type !== 'object'

function choices(schema: JsonSchema): string {
  const { enum: codes } = main(schema)
  return Array.isArray(codes) ? `[${codes.join(', ')}]` : ''
}

function answersOf(fields: readonly InputField[], options: Record<string, unknown>): Record<string, unknown> {
  const answers: Record<string, unknown> = {}
  for (const { name, schema } of fields) {
    const value = options[name]
    if (value === undefined) continue
    answers[name] = placeholder(schema) === ' <json>' ? parsed(String(value), flag(name)) : value
  }
  return answers
}

async function readInput(file: string): Promise<Record<string, unknown>> {
  const content = file === '-' ? await readAll(process.stdin) : await readFile(file, 'utf8')
  const value = parsed(content, '--input')
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>
  throw new Stop('--input: give one JSON object')
}

function parsed(content: string, where: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    throw new Stop(`${where}: this is not JSON`)
  }
}
