import { z } from 'zod'

/** One answer an action or listing takes, told from its schema: for the API's description and the command line. */
export type InputField = {
  name: string
  /** JSON Schema of what may be sent. */
  schema: JsonSchema
  needed: boolean
  /** The sentence that asks for it, where its schema has one: `Enter the day it starts, like 27 11 2026`. */
  says: string | undefined
}

export type JsonSchema = { [key: string]: unknown }

/** The answers of an input schema, in its order. */
export function inputFields(input: z.ZodObject): InputField[] {
  return Object.entries(input.shape).map(([name, field]) => {
    const missing = (field as z.ZodType).safeParse(undefined)
    const wrong = missing.success ? (field as z.ZodType).safeParse({ not: 'an answer' }) : missing
    const says = wrong.success ? undefined : wrong.error.issues[0]?.message
    return {
      name,
      schema: jsonSchemaOf(field as z.ZodType),
      needed: !missing.success,
      says: says && /^(Invalid|Expected)/.test(says) ? undefined : says,
    }
  })
}

/** JSON Schema of what may be sent to a zod schema; a form's conversions are seen through to what they lead to. */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const { def } = zodSchema._zod
      // The format says it; the pattern of a calendar day fills a page.
      if (jsonSchema.format) delete jsonSchema.pattern
      if (def.type !== 'pipe') return
      const pipe = def as unknown as { in: z.ZodType; out: z.ZodType }
      if (pipe.in._zod.def.type === 'transform') Object.assign(jsonSchema, jsonSchemaOf(pipe.out))
    },
  })
  return json
}
