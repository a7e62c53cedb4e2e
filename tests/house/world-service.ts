import { marker, type ServiceName } from './markers.ts'
import { idOf, type Row } from './world.ts'

/** One person for every role there is. */
export const STAFF = [
  'programme_lead',
  'fostering_manager',
  'team_manager',
  'liaison_worker',
  'supervising_social_worker',
  'child_social_worker',
  'duty_worker',
  'duty_manager',
  'recruitment_officer',
  'young_person',
  'inspector',
  'coach',
] as const

const HOMES =
  'household,kind,carer_1,carer_2,postcode,approved_from,approved_until,approved_places,approved_age_min,approved_age_max,approved_sex,spare_beds,adult_home_full_time,dbs_expires,review_due,allergy_training_until,pets,smoker,languages,supervising_social_worker,wants_mockingbird,can_be_hub'
const CHILDREN =
  'child,first_name,last_name,dob,sex,legal_status,household,placed_from,responsible_authority,sibling_group,allergies,medication,pets,cared_for_alongside,stays_agreed_until,social_worker'

/** A file of the register with one row, which says no more than it must. */
function csv(header: string, row: Record<string, string>): string {
  const names = header.split(',')
  return `${header}\n${names.map((name) => row[name] ?? '').join(',')}\n`
}

/** A register of one home and one child. */
export const registerOf = (home: string) => ({
  households: csv(HOMES, { household: home, kind: 'mainstream', carer_1: 'Ellis Marlowe' }),
  children: csv(CHILDREN, {
    child: 'C-1',
    first_name: 'Robin',
    last_name: 'Marlowe',
    dob: '2017-03-14',
    sex: 'M',
    legal_status: 'C2',
    household: home,
    placed_from: '2025-01-06',
  }),
})

/** What a dated fact carries: since 2025, written down by the programme lead. */
export const fact = (service: ServiceName, name: string) => ({
  id: idOf(`${service} ${name}`),
  service_id: idOf(service),
  during: '[2025-01-01,)',
  recorded_at: '2025-01-01T09:00:00Z',
  recorded_by: idOf(`${service} programme_lead`),
})

/** The service, its staff, and what they keep for themselves. */
export function serviceRows(service: ServiceName): Row[] {
  const id = (name: string) => idOf(`${service} ${name}`)
  const service_id = idOf(service)
  const staff = marker(service, 'office', 'staff')
  return [
    {
      table: 'service',
      values: {
        id: service_id,
        name: staff,
        duty_phone: service === 'north' ? '01632 960 111' : '01632 960 222',
        header_colour: '#12294d',
        demo: false,
      },
    },
    ...STAFF.flatMap((role) => [
      {
        table: 'person',
        values: {
          id: id(role),
          service_id,
          name: `${role} ${staff}`,
          kind: role === 'young_person' ? 'young_person' : 'staff',
          email: `${role}.${staff}@example.org`.toLowerCase(),
          phone: staff,
        },
      },
      {
        table: 'person_role',
        values: {
          ...fact(service, `${role} role`),
          person_id: id(role),
          role,
          during: '[2025-01-01,2030-01-01)',
        },
      },
    ]),
    // The fostering manager supervises the hub home besides.
    {
      table: 'person_role',
      values: {
        ...fact(service, 'second role'),
        person_id: id('fostering_manager'),
        role: 'supervising_social_worker',
        during: '[2025-01-01,2030-01-01)',
      },
    },
    {
      table: 'staged_upload',
      values: {
        id: id('upload'),
        service_id,
        person_id: id('programme_lead'),
        files: { ...registerOf(marker(service, 'office', 'upload')), links: null },
        staged_at: '2026-11-22T09:00:00Z',
        expires_at: '2026-11-23T09:00:00Z',
      },
    },
    {
      table: 'task',
      values: {
        id: id('duty task'),
        service_id,
        kind: 'review',
        says: staff,
        about_kind: 'stay',
        about_id: id('asked stay'),
        for_role: 'duty_worker',
        due_at: '2026-11-23T09:00:00Z',
        done_note: staff,
      },
    },
  ]
}
