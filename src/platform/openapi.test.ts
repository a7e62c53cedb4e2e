import { expect, test } from 'vitest'
import { z } from 'zod'
import { action } from './action.ts'
import { day, id, ids, optionalDay, tick, wholeNumber, yesNo } from './fields.ts'
import { inputFields } from './input-fields.ts'
import { listing } from './listing.ts'
import { openApi } from './openapi.ts'

const input = z.object({
  child: id('a child'),
  children: ids('which children'),
  from: day('the day they go'),
  until: optionalDay('the day they come back'),
  quick: tick(),
  pets: yesNo('Choose whether there are pets'),
  beds: wholeNumber('how many beds', 0, 4),
})

const send = action({
  name: 'send-child',
  says: 'Sends a child.',
  input,
  subject: async () => null,
  allow: () => true,
  run: async () => ({}),
})
const found = listing({
  name: 'children',
  says: 'Children.',
  query: z.object({ asAt: optionalDay('a day') }),
  allow: () => true,
  run: async () => [],
})
const api = openApi([{ name: 'children', actions: [send], listings: [found], routes: [] }])

test('what may be sent is told as JSON Schema, through the conversions a form needs', () => {
  const fields = Object.fromEntries(inputFields(input).map((field) => [field.name, field]))
  expect(fields.child).toMatchObject({
    needed: true,
    schema: { type: 'string', format: 'uuid' },
    says: 'Choose a child',
  })
  expect(fields.children).toMatchObject({
    needed: true,
    schema: { type: 'array', items: { type: 'string' } },
  })
  expect(fields.from).toMatchObject({ needed: true, schema: { type: 'string', format: 'date' } })
  expect(fields.until).toMatchObject({
    needed: false,
    schema: { anyOf: [{ format: 'date' }, { type: 'null' }] },
  })
  expect(fields.quick).toMatchObject({ needed: false, schema: { type: 'boolean' } })
  expect(fields.pets).toMatchObject({ needed: true, schema: { enum: ['yes', 'no'] } })
  expect(fields.beds).toMatchObject({ needed: true, schema: { type: 'integer', minimum: 0, maximum: 4 } })
})

test('every action is a POST with its input, every listing a GET with its query', () => {
  const { paths } = api as { paths: Record<string, Record<string, { [key: string]: unknown }>> }
  expect(Object.keys(paths)).toEqual(['/api/send-child', '/api/children'])
  expect(paths['/api/send-child']?.post).toMatchObject({
    operationId: 'send-child',
    summary: 'Sends a child.',
    requestBody: {
      content: {
        'application/json': { schema: { required: ['child', 'children', 'from', 'pets', 'beds'] } },
      },
    },
    responses: { 409: { $ref: '#/components/responses/Refused' } },
  })
  expect(paths['/api/children']?.get).toMatchObject({
    parameters: [{ name: 'asAt', in: 'query', required: false }],
  })
})

test('it is OpenAPI 3.1, its references lead somewhere, and calls carry a token', () => {
  expect(api).toMatchObject({ openapi: '3.1.0', security: [{ bearer: [] }] })
  const text = JSON.stringify(api)
  const references = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path)
  expect(references.length).toBeGreaterThan(5)
  for (const path of references) {
    const there = path.split('/').reduce<unknown>((at, part) => (at as Record<string, unknown>)?.[part], api)
    expect(there, path).toBeDefined()
  }
})
