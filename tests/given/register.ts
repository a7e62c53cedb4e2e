/*
 * Registers as a service would send them, made of nobody: for tests and for measuring. Same size, same text.
 */

const FIRST = ['Ada', 'Bram', 'Cerys', 'Dele', 'Efa', 'Farid', 'Gwen', 'Hari', 'Ines', 'Jago']
const LAST = ['Ashby', 'Birch', 'Coombe', 'Dunmore', 'Elder', 'Fenn', 'Garth', 'Holt', 'Ivers', 'Jessop']
const POSTCODES = ['GL1 1JY', 'GL1 1GP', 'GL1 1AX']

export const HOUSEHOLDS_HEADER =
  'household,kind,carer_1,carer_2,postcode,approved_from,approved_until,approved_places,approved_age_min,' +
  'approved_age_max,approved_sex,spare_beds,adult_home_full_time,dbs_expires,review_due,allergy_training_until,pets,' +
  'smoker,languages,supervising_social_worker,wants_mockingbird,can_be_hub'
export const CHILDREN_HEADER =
  'child,first_name,last_name,dob,sex,legal_status,household,placed_from,responsible_authority,sibling_group,' +
  'allergies,medication,pets,cared_for_alongside,stays_agreed_until,social_worker'
export const LINKS_HEADER = 'kind,a,b,ordered_by,until,reason'

export type Files = { households: string; children: string; links: string }

const pick = (list: readonly string[], n: number): string => list[n % list.length] ?? ''
const pad = (n: number): string => String(n).padStart(5, '0')
const day = (n: number, from: number, years: number): string =>
  `${from + (n % years)}-${String((n % 12) + 1).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')}`

/** The first names and last name of carer `n`. */
const carer = (n: number): string => `${pick(FIRST, n)} ${pick(LAST, Math.floor(n / 10))}`

export const householdLine = (n: number): string =>
  [
    `H${pad(n)}`,
    n % 5 === 4 ? 'kinship' : 'mainstream',
    carer(n),
    n % 2 ? `${pick(FIRST, n + 3)} ${pick(LAST, Math.floor(n / 10))}` : '',
    pick(POSTCODES, n),
    day(n, 2010, 12),
    '',
    (n % 3) + 1,
    0,
    18,
    'any',
    n % 3,
    n % 2 ? 'yes' : 'no',
    day(n, 2027, 2),
    day(n + 5, 2027, 1),
    n % 2 ? day(n, 2027, 2) : '',
    n % 4 ? 'none' : 'dog and cat',
    'no',
    'English; Welsh',
    `${pick(FIRST, n % 40)} Worker${n % 40}`,
    'yes',
    n % 20 ? 'no' : 'yes',
  ].join(',')

export const childLine = (n: number, homes: number): string =>
  [
    `C${pad(n)}`,
    pick(FIRST, n + 1),
    pick(LAST, n),
    day(n, 2010, 12),
    n % 2 ? 'F' : 'M',
    n % 9 ? 'C2' : 'V2',
    `H${pad(n % homes)}`,
    day(n, 2023, 3),
    'Ashcombe',
    n % 4 < 2 ? `G${Math.floor(n / 4)}` : '',
    n % 7 ? '' : 'nuts',
    n % 14 ? '' : 'adrenaline pen',
    'can',
    'no_preference',
    n % 3 ? day(n, 2027, 2) : '',
    `${pick(FIRST, n % 60)} Visitor${n % 60}`,
  ].join(',')

/** A register of so many homes, a third more children, and friendships between neighbours. */
export function registerOf(homes: number): Files {
  const children = Math.round(homes * 1.3)
  const lines = (count: number, line: (n: number) => string) =>
    Array.from({ length: count }, (_, n) => line(n))
  return {
    households: [HOUSEHOLDS_HEADER, ...lines(homes, householdLine)].join('\n'),
    children: [CHILDREN_HEADER, ...lines(children, (n) => childLine(n, homes))].join('\n'),
    links: [
      LINKS_HEADER,
      ...lines(Math.floor(homes / 5), (n) => `friendship,H${pad(n * 2)},H${pad(n * 2 + 1)},,,`),
      ...lines(
        Math.floor(homes / 50),
        (n) => `must_not_meet,C${pad(n * 3)},C${pad(n * 3 + 2)},court,,see case file`,
      ),
    ].join('\n'),
  }
}
