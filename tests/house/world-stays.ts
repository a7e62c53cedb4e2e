import { type Family, marker, type ServiceName } from './markers.ts'
import { idOf, type Row } from './world.ts'

type Given = {
  name: string
  family: Family
  kind?: string
  status: string
  from: string
  to: string
  arrived?: string
  returned?: string
  yesTo?: (child: string) => string
}

/** My child at the hub home in every state of a stay, and a stay of my neighbour's child that is long over. */
const STAYS: Given[] = [
  {
    name: 'past',
    family: 'peer',
    status: 'returned',
    from: '2026-10-02T16:00Z',
    to: '2026-10-04T15:00Z',
    arrived: '2026-10-02T16:10Z',
    returned: '2026-10-04T15:10Z',
  },
  {
    name: 'present',
    family: 'mine',
    status: 'arrived',
    from: '2026-11-21T17:00Z',
    to: '2026-11-22T16:00Z',
    arrived: '2026-11-21T17:10Z',
  },
  { name: 'coming', family: 'mine', status: 'accepted', from: '2026-11-27T17:00Z', to: '2026-11-29T16:00Z' },
  { name: 'asked', family: 'mine', status: 'requested', from: '2026-12-11T17:00Z', to: '2026-12-13T16:00Z' },
  {
    name: 'agreed',
    family: 'mine',
    status: 'requested',
    from: '2026-12-18T17:00Z',
    to: '2026-12-20T16:00Z',
    // What the rules ask a yes for in this world: the hub's pets, for a child with an allergy.
    yesTo: (child) => `27:pets:${child}`,
  },
  {
    name: 'urgent',
    family: 'mine',
    kind: 'emergency',
    status: 'requested',
    from: '2026-12-04T17:00Z',
    to: '2026-12-05T16:00Z',
    yesTo: (child) => `27:pets:${child}`,
  },
]

export function stayRows(service: ServiceName): Row[] {
  const unmet = marker(service, 'mine', 'unmet')
  return [
    ...STAYS.flatMap((stay) => rowsOf(service, stay)),
    {
      table: 'stay_series',
      values: {
        id: idOf(`${service} series`),
        service_id: idOf(service),
        home_household_id: idOf(`${service} mine home`),
        host_household_id: idOf(`${service} hub home`),
        every_weeks: 2,
        first_day: '2026-11-27',
        last_day: '2026-12-25',
        asked_by: idOf(`${service} mine carer`),
        asked_at: '2026-09-01T09:00:00Z',
      },
    },
    {
      table: 'swap_offer',
      values: {
        id: idOf(`${service} offer`),
        service_id: idOf(service),
        stay_id: idOf(`${service} past stay`),
        home_household_id: idOf(`${service} peer home`),
        with_stay_id: idOf(`${service} coming stay`),
        with_household_id: idOf(`${service} mine home`),
        offered_by: idOf(`${service} peer carer`),
        offered_at: '2026-11-20T09:00:00Z',
      },
    },
    {
      table: 'unmet_need',
      values: {
        id: idOf(`${service} unmet`),
        service_id: idOf(service),
        home_household_id: idOf(`${service} mine home`),
        host_household_id: idOf(`${service} hub home`),
        children: [idOf(`${service} mine child`)],
        during: '[2026-10-01T16:00Z,2026-10-02T16:00Z)',
        why: 'rest',
        outcome: 'declined',
        reason: unmet,
        findings: [finding(unmet)],
        pack_version: 'test',
        recorded_at: '2026-10-01T09:00:00Z',
      },
    },
  ]
}

/** What is written down of a child during a stay. */
function logRows(service: ServiceName, name: string, family: Family): Row[] {
  const word = marker(service, family, 'stay')
  const of = {
    service_id: idOf(service),
    stay_id: idOf(`${service} ${name} stay`),
    child_id: idOf(`${service} ${family} child`),
    written_at: '2026-11-22T08:00:00Z',
  }
  const row = (table: string, values: Record<string, unknown>): Row => ({
    table,
    values: { id: idOf(`${service} ${name} ${table}`), ...of, ...values },
  })
  const at = '2026-11-21T21:00:00Z'
  return [
    row('night_log', { night: '2026-11-21', sleep: 'well', says: word }),
    row('medication_log', { medicine: word, dose: word, at, outcome: 'refused', by_whom: word, note: word }),
    row('incident', { happened_at: at, kind: 'other', says: word, done: word }),
    row('stay_word', { whose: 'child', felt: 'good', says: word }),
  ]
}

const finding = (word: string) => ({
  rule: 14,
  key: '14',
  level: 'yes',
  says: word,
  evidence: word,
  source: word,
  overriddenBy: ['liaison_worker'],
  children: [],
})

function rowsOf(
  service: ServiceName,
  { name, family, kind, status, from, to, arrived, returned, yesTo }: Given,
): Row[] {
  const id = (of: string) => idOf(`${service} ${of}`)
  const service_id = idOf(service)
  const word = marker(service, family, 'stay')
  const stay_id = id(`${name} stay`)
  const child_id = id(`${family} child`)
  const during = `[${from},${to})`
  return [
    {
      table: 'stay',
      values: {
        id: stay_id,
        service_id,
        kind: kind ?? 'planned',
        constellation_id: id('ring'),
        home_household_id: id(`${family} home`),
        host_household_id: id('hub home'),
        during,
        why: 'rest',
        note: word,
        split_reason: word,
        length_reason: word,
        status,
        requested_by: id(`${family} carer`),
        requested_at: '2026-09-01T09:00:00Z',
        answer_reason: word,
        arrived_at: arrived ?? null,
        returned_at: returned ?? null,
        cancel_reason: word,
        agreed_by: word,
        end_reason: word,
        confirm_note: word,
        series_id: family === 'mine' ? id('series') : null,
        ...(name === 'asked' ? { held_reason: word, held_at: '2026-09-02T09:00:00Z' } : {}),
      },
    },
    {
      table: 'stay_child',
      values: {
        stay_id,
        service_id,
        child_id,
        bed_id: id('hub bed'),
        during,
        holds: status !== 'returned',
        view: word,
      },
    },
    {
      table: 'weighing',
      values: {
        id: id(`${name} weighing`),
        service_id,
        stay_id,
        occasion: 'asked',
        pack_version: 'test',
        findings: [finding(word)],
        weighed_at: '2026-09-01T09:00:00Z',
        weighed_by: id(`${family} carer`),
      },
    },
    {
      table: 'task',
      values: {
        id: id(`${name} review`),
        service_id,
        kind: 'review',
        says: word,
        about_kind: 'stay',
        about_id: stay_id,
        for_person: id('liaison_worker'),
        due_at: '2026-11-23T09:00:00Z',
      },
    },
    {
      table: 'override',
      values: {
        id: id(`${name} override`),
        service_id,
        stay_id,
        finding: yesTo ? yesTo(child_id) : word,
        rule: word,
        reason: word,
        role: 'liaison_worker',
        given_by: id('liaison_worker'),
        given_at: '2026-09-02T09:00:00Z',
        expires_on: '2027-01-01',
        pack_version: 'test',
        task_id: id(`${name} review`),
      },
    },
    {
      table: 'acceptance',
      values: {
        id: id(`${name} acceptance`),
        service_id,
        stay_id,
        finding: word,
        rule: word,
        reason: word,
        authorised_by: word,
        authorised_role: 'duty_manager',
        authorised_at: '2026-09-02T09:00:00Z',
        supervision_plan: word,
        recorded_at: '2026-09-02T09:00:00Z',
        expires_on: '2026-09-03',
        pack_version: 'test',
      },
    },
    ...logRows(service, name, family),
    { table: 'handover_item', values: { id: id(`${name} item`), service_id, stay_id, child_id, says: word } },
    {
      table: 'card_read',
      values: {
        id: id(`${name} card read`),
        service_id,
        stay_id,
        child_id,
        care_card_id: id(`${family} card`),
        read_by: id('hub carer'),
        read_at: '2026-09-03T09:00:00Z',
      },
    },
  ]
}
