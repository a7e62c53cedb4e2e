import { randomUUID } from 'node:crypto'
import type { Caller, Role } from '../../src/platform/actor.ts'
import type { Database } from '../../src/platform/database.ts'

const staff = {
  programmeLead: { role: 'programme_lead', name: 'Rowan Ashdown' },
  fosteringManager: { role: 'fostering_manager', name: 'Wren Colvile' },
  teamManager: { role: 'team_manager', name: 'Farrah Lockyer' },
  liaisonWorker: { role: 'liaison_worker', name: 'Imani Brightwell' },
  supervisingSocialWorker: { role: 'supervising_social_worker', name: 'Tomasz Harrow' },
  childSocialWorker: { role: 'child_social_worker', name: 'Nadia Fernsby' },
  dutyWorker: { role: 'duty_worker', name: 'Corin Vale' },
  dutyManager: { role: 'duty_manager', name: 'Bea Thornhill' },
  recruitmentOfficer: { role: 'recruitment_officer', name: 'Ola Wychwood' },
  inspector: { role: 'inspector', name: 'Hester Quill' },
  coach: { role: 'coach', name: 'Jude Merrin' },
} as const satisfies Record<string, { role: Role; name: string }>

type StaffName = keyof typeof staff

export type GivenService = {
  /** The service's id. */
  service: string
  /** One person for each role of the staff, and the operator at the machine's own terminal. */
  callers: Record<StaffName | 'operator', Caller>
}

/**
 * A service with one person in each role, written straight into the tables: somebody has to be there before
 * anybody can act. Roles hold from 2020 on (the inspector's until 2030, for theirs must end).
 */
export async function givenService(database: Database, name = 'Ashcombe'): Promise<GivenService> {
  const service = randomUUID()
  await database.owner.query(`insert into service (id, name, duty_phone) values ($1, $2, '01632 960 111')`, [
    service,
    name,
  ])
  const callers: Record<string, Caller> = { operator: { service, person: null, via: 'cli' } }
  for (const [key, { role, name }] of Object.entries(staff)) {
    const email = `${role}-${service.slice(0, 8)}@example.org`
    callers[key] = await givenPerson(database, service, { name, kind: 'staff', email, role })
  }
  return { service, callers: callers as GivenService['callers'] }
}

type NewPerson = {
  name: string
  kind: 'staff' | 'carer' | 'young_person'
  email: string
  role?: Exclude<Role, 'operator'>
}

/** A person of the service, with a role from 2020 on if one is given, as the caller they are. */
export async function givenPerson(database: Database, service: string, person: NewPerson): Promise<Caller> {
  const id = randomUUID()
  await database.owner.query(
    'insert into person (id, service_id, name, kind, email) values ($1, $2, $3, $4, lower($5))',
    [id, service, person.name, person.kind, person.email],
  )
  if (person.role) {
    await database.owner.query(
      `insert into person_role (id, service_id, person_id, role, during)
        values ($1, $2, $3, $4, daterange('2020-01-01', $5))`,
      [randomUUID(), service, id, person.role, person.role === 'inspector' ? '2030-01-01' : null],
    )
  }
  return { service, person: id, via: 'web' }
}

/** The same caller, for one who carries a person: their id. */
export function personOf(caller: Caller): string {
  if (!caller.person) throw new Error('This caller is nobody in particular')
  return caller.person
}
