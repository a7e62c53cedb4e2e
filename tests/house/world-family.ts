import { type Family, marker, type ServiceName } from './markers.ts'
import { idOf, type Row } from './world.ts'
import { fact } from './world-service.ts'

const SUPERVISED: Partial<Record<Family, string>> = {
  mine: 'supervising_social_worker',
  hub: 'fostering_manager',
}

/** A home with one carer and one child, and everything that can be known of them. */
export function familyRows(service: ServiceName, family: Family): Row[] {
  return [...homeRows(service, family), ...childRows(service, family), ...ringRows(service, family)]
}

function homeRows(service: ServiceName, family: Family): Row[] {
  const id = (name: string) => idOf(`${service} ${name}`)
  const of = (name: string) => ({ ...fact(service, `${family} ${name}`), household_id: id(`${family} home`) })
  const service_id = idOf(service)
  const near = marker(service, family, 'near')
  const home = marker(service, family, 'home')
  const carer = id(`${family} carer`)
  return [
    { table: 'household', values: { id: id(`${family} home`), service_id, reference: near } },
    {
      table: 'household_detail',
      values: {
        ...of('detail'),
        name: near,
        kind: 'mainstream',
        phone: near,
        postcode: near,
        lat: 50.8,
        lon: -1.1,
        position_from: 'register',
        local_authority: near,
        // Where my child, who is allergic, can go without anybody's yes.
        pets: family === 'peer' ? [] : [near],
        smoker: false,
        languages: [near],
        cultures: [near],
        adult_home_full_time: true,
        wants_mockingbird: 'yes',
        can_be_hub: true,
      },
    },
    { table: 'approval', values: { ...of('approval'), places: 3, age_min: 0, age_max: 17, sex: 'any' } },
    ...['dbs', 'medical', 'review', 'allergy_training', 'first_aid'].map((kind) => ({
      table: 'household_check',
      values: { ...of(kind), kind, expires_on: '2027-11-22' },
    })),
    ...['bed', 'second bed'].map((bed) => ({
      table: 'bed',
      values: { ...of(bed), room: `${bed} ${near}`, name: near },
    })),
    { table: 'closure', values: { ...of('closure'), reason: home, during: '[2027-02-01,2027-02-03)' } },
    { table: 'weekly_pattern', values: { ...of('pattern'), open_nights: [1, 2, 3, 4, 5, 6, 7] } },
    {
      table: 'hub_rest',
      values: { ...of('rest'), nights_in_row: 30, protected_days: [], nights_per_home: 100 },
    },
    { table: 'stay_need', values: { ...of('need'), nights_a_month: 4, reason: home } },
    {
      table: 'person',
      values: {
        id: carer,
        service_id,
        name: `carer ${near}`,
        kind: 'carer',
        email: `carer.${near}@example.org`.toLowerCase(),
        phone: near,
      },
    },
    { table: 'household_carer', values: { ...of('carer link'), person_id: carer } },
    {
      table: 'person',
      values: { id: id(`${family} former`), service_id, name: `former carer ${near}`, kind: 'carer' },
    },
    {
      table: 'household_carer',
      values: { ...of('former link'), person_id: id(`${family} former`), during: '[2025-01-01,2025-02-01)' },
    },
    ...Object.entries(SUPERVISED)
      .filter(([of]) => of === family)
      .map(([, worker]) => ({
        table: 'household_worker',
        values: { ...of('worker'), person_id: id(worker) },
      })),
    ...(family === 'peer' || family === 'far' ? [linkRow(service, family)] : []),
    {
      table: 'message',
      values: { id: id(`${family} message`), service_id, to_person: carer, subject: home, body: home },
    },
    {
      table: 'task',
      values: {
        id: id(`${family} task`),
        service_id,
        kind: 'review',
        says: home,
        about_kind: 'household',
        about_id: id(`${family} home`),
        for_person: carer,
        due_at: '2026-11-23T09:00:00Z',
        done_note: home,
      },
    },
  ]
}

/** Mine and peer are friends; mine and far are kept apart. The pair is kept in one order. */
function linkRow(service: ServiceName, family: 'peer' | 'far'): Row {
  const [household_a, household_b] = ['mine', family].map((name) => idOf(`${service} ${name} home`)).sort()
  const friends = family === 'peer'
  return {
    table: 'household_link',
    values: {
      ...fact(service, `${family} link`),
      kind: friends ? 'friendship' : 'keep_apart',
      household_a,
      household_b,
      ordered_by: friends ? null : 'safeguarding',
      reason: friends ? null : marker(service, 'mine', 'link'),
    },
  }
}

function childRows(service: ServiceName, family: Family): Row[] {
  const id = (name: string) => idOf(`${service} ${name}`)
  const child_id = id(`${family} child`)
  const of = (name: string) => ({ ...fact(service, `${family} ${name}`), child_id })
  const household_id = id(`${family} home`)
  const word = marker(service, family, 'child')
  const card = [
    'known_as',
    'routines',
    'triggers',
    'what_helps',
    'missing_history',
    'culture',
    'faith',
    'language',
    'food',
    'hair_and_skin',
  ]
  return [
    { table: 'child', values: { id: child_id, service_id: idOf(service), reference: word } },
    {
      table: 'child_detail',
      values: {
        ...of('child detail'),
        first_name: word,
        last_name: word,
        dob: '2017-03-14',
        sex: 'F',
        responsible_authority: word,
        pets: 'can',
      },
    },
    { table: 'legal_status', values: { ...of('legal status'), status: 'C2' } },
    { table: 'placement', values: { ...of('placement'), household_id } },
    {
      table: 'care_card',
      values: {
        ...of('card'),
        ...Object.fromEntries(card.map((column) => [column, word])),
        allergies: [{ what: word, severity: 'severe', pen: true, penExpires: '2027-11-22' }],
        medication: [{ name: word, dose: '5 ml', times: '08:00', how: word, asNeeded: false }],
        contacts: [{ name: word, relation: word, phone: '07700 900123' }],
      },
    },
    { table: 'child_photo', values: { ...of('photo'), media_type: 'image/png', bytes: '\\x89504e47' } },
    ...['overnight_stay', 'dental'].map((item) => ({
      table: 'consent',
      values: {
        ...of(item),
        item,
        decision: 'agreed',
        basis: 'delegated_authority',
        given_by: word,
        who_may_agree: word,
        tell: word,
        conditions: word,
        withdrawn_reason: word,
      },
    })),
    {
      table: 'exemption',
      values: {
        ...fact(service, `${family} exemption`),
        household_id,
        authority: marker(service, family, 'home'),
        reference: marker(service, family, 'home'),
      },
    },
    {
      table: 'exemption_child',
      values: { service_id: idOf(service), exemption_id: id(`${family} exemption`), child_id },
    },
    {
      table: 'must_not_meet',
      values: { ...of('adult apart'), other_adult: word, ordered_by: 'court', reason: word },
    },
    {
      table: 'legal_hold',
      values: {
        ...fact(service, `${family} hold`),
        about_kind: 'child',
        about_id: child_id,
        reason: marker(service, family, 'hold'),
        ordered_by: marker(service, family, 'hold'),
        lift_reason: marker(service, family, 'hold'),
      },
    },
    ...(family === 'mine' ? tiesOfMine(service) : []),
  ]
}

/** My child's social worker, and a brother or sister at the home of another constellation they must not meet. */
function tiesOfMine(service: ServiceName): Row[] {
  const id = (name: string) => idOf(`${service} ${name}`)
  const [a = '', b = ''] = [id('mine child'), id('far child')].sort()
  return [
    {
      table: 'child_worker',
      values: {
        ...fact(service, 'mine child worker'),
        child_id: id('mine child'),
        person_id: id('child_social_worker'),
      },
    },
    { table: 'sibling', values: { ...fact(service, 'mine sibling'), child_a: a, child_b: b } },
    {
      table: 'must_not_meet',
      values: {
        ...fact(service, 'apart'),
        child_id: a,
        other_child_id: b,
        ordered_by: 'safeguarding',
        reason: marker(service, 'mine', 'apart'),
      },
    },
    {
      table: 'room_sharing',
      values: {
        ...fact(service, 'sharing'),
        child_id: id('mine child'),
        with_child_id: id('hub child'),
        authority: marker(service, 'mine', 'child'),
      },
    },
  ]
}

const RING: Partial<Record<Family, string>> = { hub: 'ring', mine: 'ring', peer: 'ring', far: 'far ring' }

/** The home's part in a constellation, an invitation it said no to, and a time it left. */
function ringRows(service: ServiceName, family: Family): Row[] {
  const id = (name: string) => idOf(`${service} ${name}`)
  const household_id = id(`${family} home`)
  const leaving = marker(service, family, 'leaving')
  const ring = RING[family]
  const constellation_id = id(ring ?? 'ring')
  const invitation = {
    id: id(`${family} invitation`),
    service_id: idOf(service),
    constellation_id,
    household_id,
    part: 'satellite',
    invited_at: '2025-01-01T09:00:00Z',
    invited_by: id('programme_lead'),
  }
  if (!ring) return [{ table: 'invitation', values: invitation }]
  const no = { answer: 'no', answered_at: '2025-01-01T10:00:00Z', spoken_to: leaving, reason: leaving }
  const membership = (name: string, values: Row['values']): Row => ({
    table: 'membership',
    values: { ...fact(service, `${family} ${name}`), constellation_id, household_id, ...values },
  })
  return [
    ...(family === 'hub' || family === 'far' ? constellationRows(service, family, ring) : []),
    { table: 'invitation', values: { ...invitation, ...no } },
    membership('before', { part: 'satellite', during: '[2025-01-01,2025-02-01)', leaving_reason: leaving }),
    membership('membership', {
      part: ring === 'ring' && family !== 'hub' ? 'satellite' : 'hub',
      during: '[2025-02-01,)',
    }),
  ]
}

/** The hub's constellation is active and has a liaison worker; the far one is forming, and an older one closed. */
function constellationRows(service: ServiceName, family: 'hub' | 'far', name: string): Row[] {
  const constellation_id = idOf(`${service} ${name}`)
  const service_id = idOf(service)
  const word = marker(service, family, 'ring')
  const { during: _, ...written } = fact(service, `${name} variance`)
  const variance = {
    ...written,
    constellation_id,
    rule: word,
    says: word,
    reason: word,
    pack_version: 'test',
  }
  const liaison = {
    ...fact(service, `${name} liaison`),
    constellation_id,
    person_id: idOf(`${service} ${family === 'hub' ? 'liaison_worker' : 'team_manager'}`),
  }
  const stage = family === 'hub' ? { stage: 'active', launched_on: '2025-02-01' } : { stage: 'forming' }
  const closed = {
    id: idOf(`${service} closed ring`),
    service_id,
    stage: 'closed',
    launched_on: '2025-01-01',
    closed_on: '2025-01-31',
    closed_reason: word,
  }
  return [
    { table: 'constellation', values: { id: constellation_id, service_id, name: word, ...stage } },
    { table: 'fidelity_variance', values: variance },
    { table: 'constellation_liaison', values: liaison },
    ...(family === 'hub' ? [] : [{ table: 'constellation', values: { ...closed, name: `${word} closed` } }]),
  ]
}
