import type { z } from 'zod'
import { type InputField, inputFields, type JsonSchema } from './input-fields.ts'
import type { Module } from './module.ts'

type Json = JsonSchema

/** OpenAPI 3.1 of everything that can be done or looked up. Built once: it never changes while we run. */
export function openApi(catalogue: readonly Module[]): Json {
  const paths: Record<string, Json> = {}
  for (const { name: tag, actions, listings } of catalogue) {
    for (const { name, says, input } of actions)
      paths[`/api/${name}`] = { post: doing(tag, name, says, input) }
    for (const { name, says, query } of listings) {
      paths[`/api/${name}`] = { ...paths[`/api/${name}`], get: looking(tag, name, says, query) }
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Constellation',
      version: '1',
      summary: 'Everything that can be done or looked up in a Mockingbird fostering programme.',
      description:
        'Each call is made as a person, with their permissions: what they may not see is not found. Days are ' +
        'London calendar days like 2026-11-27; moments are ISO 8601 in UTC; stretches are half-open. Every change, and ' +
        'every look at a sensitive record, leaves an audit row.',
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }],
    tags: catalogue.map(({ name }) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'A token from `constellation token create --person ID`.',
        },
      },
      schemas: { Problem: PROBLEM },
      responses: Object.fromEntries(
        Object.values(ANSWERS).map(({ ref, says }) => [ref, problemAnswer(says)]),
      ),
    },
  }
}

const ANSWERS = {
  400: { ref: 'BadInput', says: 'Some answers cannot be read; `errors` names each and how to mend it.' },
  401: { ref: 'SignedOut', says: 'No token, or one that no longer holds.' },
  403: { ref: 'Forbidden', says: 'The caller may see this but not do it.' },
  404: { ref: 'NotFound', says: 'Unknown, or not the caller’s to see: the two look the same.' },
  409: { ref: 'Refused', says: 'An expected no, with its reason and the facts behind it.' },
  503: { ref: 'DatabaseDown', says: 'The records cannot be reached. Nothing was saved; try again.' },
}

const PROBLEM: Json = {
  type: 'object',
  description: 'RFC 9457 problem details.',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What is wrong, for a person to read.' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'message'],
        properties: { field: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
  additionalProperties: true,
}

const problemAnswer = (description: string): Json => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

const answers = (...statuses: (keyof typeof ANSWERS)[]): Json => ({
  200: { description: 'Done.', content: { 'application/json': { schema: {} } } },
  ...Object.fromEntries(
    statuses.map((status) => [status, { $ref: `#/components/responses/${ANSWERS[status].ref}` }]),
  ),
})

function doing(tag: string, name: string, says: string, input: z.ZodObject): Json {
  const fields = inputFields(input)
  const schema = {
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [field.name, described(field)])),
    required: fields.filter(({ needed }) => needed).map((field) => field.name),
  }
  return {
    operationId: name,
    tags: [tag],
    summary: says,
    requestBody: { required: true, content: { 'application/json': { schema } } },
    responses: answers(400, 401, 403, 404, 409, 503),
  }
}

function looking(tag: string, name: string, says: string, query: z.ZodObject): Json {
  return {
    operationId: `get-${name}`,
    tags: [tag],
    summary: says,
    parameters: inputFields(query).map((field) => ({
      name: field.name,
      in: 'query',
      required: field.needed,
      ...(field.says ? { description: field.says } : {}),
      schema: field.schema,
    })),
    responses: answers(400, 401, 403, 404, 503),
  }
}

const described = ({ schema, says }: InputField): Json => (says ? { ...schema, description: says } : schema)
