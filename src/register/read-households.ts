import { addDays, type Day } from '../values/london.ts'
import { normalisePostcode } from '../values/postcode.ts'
import type { Notice, Problem } from './problems.ts'
import { type Cells, cellsOf, quoted } from './read-cells.ts'
import type { Row } from './read-csv.ts'
import {
  APPROVED_SEXES,
  type Approval,
  CHECK_COLUMNS,
  FILES,
  HOME_KINDS,
  type HomeRow,
  WANTS,
} from './register.ts'

export const HOUSEHOLD_COLUMNS = {
  needed: [
    'household',
    'kind',
    'carer_1',
    'carer_2',
    'postcode',
    'approved_from',
    'approved_until',
    'approved_places',
    'approved_age_min',
    'approved_age_max',
    'approved_sex',
    'spare_beds',
    'adult_home_full_time',
    'dbs_expires',
    'review_due',
    'allergy_training_until',
    'pets',
    'smoker',
    'languages',
    'supervising_social_worker',
    'wants_mockingbird',
    'can_be_hub',
  ],
  optional: ['lat', 'lon'],
}

const MOST_BEDS = 12

/** One line of households.csv, or null with its problems said. */
export function readHousehold(row: Row, said: { problems: Problem[]; notices: Notice[] }): HomeRow | null {
  const cells = cellsOf(FILES.households, row, said)
  const reference =
    cells.words('household') ?? cells.needed('household', 'give each home its own reference, like H001')
  const kind = cells.code('kind', HOME_KINDS)
  if (kind === null && row.cell('kind') === '') cells.needed('kind', `use ${HOME_KINDS.join(', ')}`)
  const home = {
    carers: [cells.words('carer_1'), cells.words('carer_2')].filter((name) => name !== null),
    postcode: readPostcode(row, cells),
    at: readPosition(cells),
    approval: readApproval(row, cells),
    spareBeds: cells.whole('spare_beds', 0, MOST_BEDS),
    adultHome: cells.yesNo('adult_home_full_time'),
    checks: {
      dbs: cells.day(CHECK_COLUMNS.dbs),
      review: cells.day(CHECK_COLUMNS.review),
      allergy_training: cells.day(CHECK_COLUMNS.allergy_training),
    },
    pets: readPets(cells),
    smoker: cells.yesNo('smoker'),
    languages: cells.list('languages', /;/),
    supervisor: cells.words('supervising_social_worker'),
    wants: cells.code('wants_mockingbird', WANTS),
    canBeHub: cells.yesNo('can_be_hub'),
  }
  if (home.carers.length === 2 && home.carers[0]?.toLowerCase() === home.carers[1]?.toLowerCase()) {
    cells.problem('carer_2', 'it is the same person as carer_1', 'name the other carer, or leave it empty')
  }
  return reference && kind && cells.clean() ? { line: row.line, reference, kind, ...home } : null
}

/** Written like one. ZZ99 3VZ is in real files too: nobody knows where it is, and that stops nothing. */
const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}$/i

function readPostcode(row: Row, cells: Cells) {
  const value = row.cell('postcode')
  if (value === '') return null
  if (POSTCODE.test(value)) return normalisePostcode(value)
  return cells.problem(
    'postcode',
    `${quoted(value)} is not a postcode`,
    'write it like PO6 4UA, or leave it empty',
  )
}

function readPosition(cells: Cells) {
  const lat = cells.degrees('lat', 49, 61.5)
  const lon = cells.degrees('lon', -9, 2.5)
  return lat === null || lon === null ? null : { lat, lon }
}

/** `approved_until` is the last day approved. A home with no places and no day is not approved at all. */
function readApproval(row: Row, cells: Cells): Approval | null {
  const from = cells.day('approved_from')
  const lastDay = cells.day('approved_until')
  const places = cells.whole('approved_places', 0, 20)
  const ageMin = cells.whole('approved_age_min', 0, 25) ?? 0
  const ageMax = cells.whole('approved_age_max', 0, 25) ?? 18
  const sex = cells.code('approved_sex', APPROVED_SEXES) ?? 'any'
  if (ageMin > ageMax) {
    cells.problem(
      'approved_age_max',
      `${ageMax} is younger than approved_age_min, ${ageMin}`,
      'put the two the right way round',
    )
  }
  if (from && lastDay && lastDay < from) {
    cells.problem(
      'approved_until',
      `${lastDay} is before approved_from, ${from}`,
      'correct one of the two days',
    )
  }
  if (row.cell('approved_from') === '' && places)
    cells.needed('approved_from', 'write the day the approval starts, or 0 in approved_places')
  return from && places !== null ? { from, until: dayAfter(lastDay), places, ageMin, ageMax, sex } : null
}

export const dayAfter = (lastDay: Day | null): Day | null => lastDay && addDays(lastDay, 1)

/** `dog and cat` is two animals; `none` is known to be none, an empty cell is not known. */
function readPets(cells: Cells): string[] | null {
  const animals = cells.list('pets', /;|,|&|\+|\band\b/).map((animal) => animal.toLowerCase())
  if (animals.length === 0) return null
  return animals.filter((animal) => animal !== 'none' && animal !== 'no')
}
