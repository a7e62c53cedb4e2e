import type { z } from 'zod'
import type { Context } from './context.ts'

/** What was typed cannot be read. Each issue names its field and says how to mend it. */
export class BadInput extends Error {
  readonly issues: { field: string; message: string }[]
  constructor(issues: { field: string; message: string }[]) {
    super('Some answers need another look')
    this.issues = issues
  }
  static from(error: z.ZodError): BadInput {
    return new BadInput(
      error.issues.map((i) => ({ field: i.path.map(String).join('.'), message: i.message })),
    )
  }
}

/** The id is unknown, or belongs to somebody else: the two look the same. */
export class NotFound extends Error {
  constructor() {
    super('Not found')
  }
}

/** The actor may see the thing but not do this to it. */
export class Forbidden extends Error {
  constructor(message = 'You cannot do this') {
    super(message)
  }
}

/** Nobody is signed in, or the person is no longer of the service. */
export class SignedOut extends Error {
  constructor() {
    super('Sign in to go on')
  }
}

type RefusalDetail = {
  /** The field the reason belongs to, where there is one. */
  field?: string
  /** Facts for the page or the API caller: findings, alternatives. */
  detail?: Record<string, unknown>
  /** What is saved although the action is refused (an unmet need), in the transaction of the refusal's audit row. */
  keep?: (context: Context) => Promise<void>
}

/** An expected no, in words for the person who asked. Nothing the action wrote is kept. */
export class Refusal extends Error {
  readonly field: string | undefined
  readonly detail: Record<string, unknown>
  readonly keep: ((context: Context) => Promise<void>) | undefined
  constructor(says: string, { field, detail = {}, keep }: RefusalDetail = {}) {
    super(says)
    this.field = field
    this.detail = detail
    this.keep = keep
  }
}
