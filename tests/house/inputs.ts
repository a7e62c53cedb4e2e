import { z } from 'zod'
import { jsonSchemaOf } from '../../src/platform/input-fields.ts'
import type { ServiceName } from './markers.ts'
import { idOf } from './world.ts'

/** The things of the world that a field of this name asks for, those of `mine` where there is a choice. */
const THINGS: Record<string, string> = {
  against: 'second plan',
  apart: 'apart',
  bed: 'mine second bed',
  buddy: 'hub home',
  child: 'mine child',
  children: 'mine child',
  closure: 'mine closure',
  constellation: 'ring',
  host: 'hub home',
  hold: 'mine hold',
  household: 'mine home',
  invitation: 'free invitation',
  items: 'coming item',
  only: 'mine child',
  other: 'peer home',
  person: 'mine carer',
  plan: 'plan',
  record: 'mine home',
  series: 'series',
  offer: 'offer',
  sibling: 'far child',
  stay: 'coming stay',
  task: 'mine task',
  upload: 'upload',
  with: 'hub child',
}

/** Answers that a field may take, the likeliest first; the first that its schema reads is taken. */
const ANSWERS: unknown[] = [
  undefined,
  'Words',
  '2026-12-01',
  '17:00',
  '1',
  ['1'],
  [],
  'yes',
  'PO1 1AA',
  'name@example.org',
  'iVBORw0KGgo=',
]

/** Days that end something come after those that begin it. */
const LATER: Record<string, unknown[]> = { until: ['2026-12-03'], untilTime: ['16:00'], dob: ['2017-03-14'] }

type Fields = Record<string, unknown>

/**
 * What somebody of a service could well send: an answer for every field that must be there. `told` says what this
 * action needs in particular; ids in it are names of things, which become ids. Throws where the schema reads none.
 */
export function inputFor(schema: z.ZodObject, service: ServiceName, told: Fields = {}): Fields {
  const input: Fields = {}
  for (const [name, field] of Object.entries(schema.shape) as [string, z.ZodType][]) {
    if (name in told) input[name] = told[name]
    else {
      const fits = answersTo(name, field, service).find((answer) => field.safeParse(answer).success)
      if (fits !== undefined) input[name] = fits
    }
  }
  const { error } = schema.safeParse(input)
  if (error)
    throw new Error(`Say in told.ts what to send: ${JSON.stringify(input)} ${z.prettifyError(error)}`)
  return input
}

function answersTo(name: string, field: z.ZodType, service: ServiceName): unknown[] {
  const { enum: codes = [] } = jsonSchemaOf(field) as { enum?: unknown[] }
  const thing = THINGS[name]
  const ids = thing && asksForId(field) ? [idOf(`${service} ${thing}`), [idOf(`${service} ${thing}`)]] : []
  const [nothing, ...answers] = ANSWERS
  return [nothing, ...ids, ...(LATER[name] ?? []), ...codes, ...answers]
}

/** The fields that hold an id, or several; the same names in every action. */
export const idFields = (schema: z.ZodObject): string[] =>
  Object.entries(schema.shape).flatMap(([name, field]) => (asksForId(field as z.ZodType) ? [name] : []))

const asksForId = (field: z.ZodType): boolean =>
  JSON.stringify(jsonSchemaOf(field)).includes('"format":"uuid"')
