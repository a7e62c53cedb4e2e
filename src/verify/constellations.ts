import { sql } from 'kysely'
import { withinNumber } from '../constellations/rules.ts'
import { packAt } from '../platform/rule-pack.ts'
import type { Day } from '../values/london.ts'
import { count } from '../values/words.ts'
import { type Check, type Found, question, type Records } from './check.ts'

/*
 * Invariants 1 and 2. Source: The Fostering Network, the Mockingbird model: one hub home and six to ten satellites,
 * each in one constellation.
 */

/** A home in two constellations, or twice in one. Every membership counts, of a constellation still forming too. */
const twice = question({
  rule: 1,
  what: 'A home belongs to two constellations at once, or to one of them twice.',
  asks: () => sql`
    select array[a.household_id, a.id, b.id]::text[] as rows from membership a
    join membership b on b.household_id = a.household_id and b.id > a.id and b.during && a.during
    where a.superseded_at is null and b.superseded_at is null order by 1`,
})

const twoHubs = question({
  rule: 1,
  what: 'A constellation has two hub homes at once.',
  asks: () => sql`
    select array[a.constellation_id, a.household_id, b.household_id]::text[] as rows from membership a
    join membership b on b.constellation_id = a.constellation_id and b.id > a.id and b.during && a.during
    where a.part = 'hub' and b.part = 'hub' and a.superseded_at is null and b.superseded_at is null order by 1`,
})

/** An active constellation whose hub left: with its task it is known and being mended; without, nobody knows. */
const noHub = (kept: boolean) =>
  question({
    rule: 1,
    kept,
    what: kept
      ? 'An active constellation has no hub home; there is a task to find one.'
      : 'An active constellation has no hub home, and nobody was given the task to find one.',
    asks: ({ today }) => sql`
      select array[c.id]::text[] as rows from constellation c
      where c.launched_on <= ${today}::date and (c.closed_on is null or c.closed_on > ${today}::date)
        and not exists (select from membership m where m.constellation_id = c.id and m.part = 'hub'
          and m.superseded_at is null and m.during @> ${today}::date)
        and ${kept} = exists (select from task t where t.about_id = c.id and t.kind = 'no-hub') order by 1`,
  })

const afterTheEnd = question({
  rule: 1,
  what: 'A home still belongs to a constellation that is closed.',
  asks: () => sql`
    select array[c.id, m.household_id, m.id]::text[] as rows from constellation c
    join membership m on m.constellation_id = c.id and m.superseded_at is null
      and m.during && daterange(c.closed_on, null)
    where c.closed_on is not null order by 1`,
})

type Numbered = { constellation: string; day: Day; launch: boolean; homes: string[]; agreed: number[] }

/**
 * Invariant 2: six to ten on the day of the launch, never above ten, unless a programme lead said yes to that many.
 * Below six later is a warning (level W), so it is told and is no breach.
 */
const number: Check = {
  rules: [2],
  find: async (records) => {
    const findings: Found[] = []
    for (const { constellation, day, launch, homes, agreed } of await satellites(records)) {
      const pack = packAt(day)
      const has = homes.length
      const rows = [constellation, ...homes]
      const most = agreed.length > 0 ? Math.max(...agreed) : null
      if (!withinNumber(has, most, pack)) {
        const what = `A constellation has ${count(has, 'satellite')} on ${day}, and nobody said yes to more than ${pack.satellites.most}.`
        findings.push({ rule: 2, what, rows })
      }
      if (has >= pack.satellites.least) continue
      if (launch && !agreed.some((number) => number <= has)) {
        const what = `A constellation launched with ${count(has, 'satellite')} on ${day}, and nobody said yes to fewer than ${pack.satellites.least}.`
        findings.push({ rule: 2, what, rows })
      } else if (day === records.today) {
        const what = `A constellation has ${count(has, 'satellite')}; the model asks for ${pack.satellites.least} at least.`
        findings.push({ rule: 2, what, rows, kept: true })
      }
    }
    return findings
  },
}

/** The satellites of each launched constellation on its first day, on each day one joined, and today. */
async function satellites({ db, today }: Records): Promise<Numbered[]> {
  const { rows } = await sql<Numbered>`
    with launched as (
      select id, launched_on, daterange(launched_on, closed_on) as active from constellation
      where launched_on is not null and launched_on < coalesce(closed_on, 'infinity')
    ), days as (
      select id, launched_on as day from launched
      union select id, ${today}::date from launched where active @> ${today}::date
      union select l.id, lower(m.during) from launched l join membership m on m.constellation_id = l.id
        where m.part = 'satellite' and m.superseded_at is null and active @> lower(m.during)
    )
    select l.id as constellation, d.day, d.day = l.launched_on as launch,
      array(select m.household_id::text from membership m where m.constellation_id = l.id and m.part = 'satellite'
        and m.superseded_at is null and m.during @> d.day order by 1) as homes,
      array(select v.satellites from fidelity_variance v where v.constellation_id = l.id and v.rule = '2'
        and v.satellites is not null) as agreed
    from days d join launched l on l.id = d.id order by l.id, d.day`.execute(db)
  return rows
}

export const constellationChecks: readonly Check[] = [
  twice,
  twoHubs,
  noHub(false),
  noHub(true),
  afterTheEnd,
  number,
]
