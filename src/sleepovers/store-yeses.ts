import { sql } from 'kysely'
import type { Role } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import type { Day } from '../values/london.ts'
import type { Finding } from './facts.ts'
import type { GivenYes } from './rules.ts'

/**
 * The yeses that were given to a stay's findings, and what was accepted by voice in an emergency. What was accepted
 * holds through the day it is to be confirmed by, and to the end once it is.
 */
export async function yesesOf(context: Context, stay: string): Promise<GivenYes[]> {
  const { rows } = await sql<GivenYes>`
    select finding, expires_on as "expiresOn" from override where stay_id = ${stay}
    union all
    select a.finding, case when y.confirmed_at is null then a.expires_on else 'infinity' end
    from acceptance a join stay y on y.id = a.stay_id where a.stay_id = ${stay}`.execute(context.db)
  return rows
}

type NewYes = {
  stay: string
  finding: Finding
  reason: string
  role: Role
  expiresOn: Day
  packVersion: string
  task: string
}

export async function saveYes(context: Context, yes: NewYes): Promise<string> {
  const id = newId()
  await context.db
    .insertInto('override')
    .values({
      id,
      service_id: context.actor.service.id,
      stay_id: yes.stay,
      finding: yes.finding.key,
      rule: yes.finding.rule,
      reason: yes.reason,
      role: yes.role,
      given_by: context.actor.person ?? '',
      given_at: context.now,
      expires_on: yes.expiresOn,
      pack_version: yes.packVersion,
      task_id: yes.task,
    })
    .execute()
  return id
}
