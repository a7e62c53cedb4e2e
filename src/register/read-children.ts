import { legalStatuses } from '../children/legal-status.ts'
import type { Day } from '../values/london.ts'
import type { Notice, Problem } from './problems.ts'
import { type Cells, cellsOf } from './read-cells.ts'
import type { Row } from './read-csv.ts'
import { ALONGSIDE, CHILD_PETS, type ChildRow, FILES, SEXES } from './register.ts'

export const CHILD_COLUMNS = {
  needed: [
    'child',
    'first_name',
    'last_name',
    'dob',
    'sex',
    'legal_status',
    'household',
    'placed_from',
    'responsible_authority',
    'sibling_group',
    'allergies',
    'medication',
    'pets',
    'cared_for_alongside',
    'stays_agreed_until',
    'social_worker',
  ],
}

const NOTHING = /^(none|no|n\/a|nil|nka|nkda|none known|no known allergies)$/i

/** One line of children.csv, or null with its problems said. `today` is the London day of the import. */
export function readChild(
  row: Row,
  today: Day,
  said: { problems: Problem[]; notices: Notice[] },
): ChildRow | null {
  const cells = cellsOf(FILES.children, row, said)
  const reference =
    cells.words('child') ?? cells.needed('child', 'give each child their own reference, like C001')
  const firstName = cells.words('first_name') ?? cells.needed('first_name', 'write the child’s first name')
  const lastName = cells.words('last_name') ?? cells.needed('last_name', 'write the child’s last name')
  const dob = readBirth(cells, row, today)
  const child = {
    sex: cells.code('sex', SEXES),
    status: cells.code('legal_status', legalStatuses),
    household: cells.words('household'),
    placedFrom: cells.day('placed_from'),
    authority: cells.words('responsible_authority'),
    siblingGroup: cells.words('sibling_group'),
    allergies: cells.list('allergies', /[;,]/).filter((one) => !NOTHING.test(one)),
    medication: cells.list('medication', /[;,]/).filter((one) => !NOTHING.test(one)),
    pets: cells.code('pets', CHILD_PETS),
    alongside: cells.code('cared_for_alongside', ALONGSIDE),
    staysUntil: cells.day('stays_agreed_until'),
    worker: cells.words('social_worker'),
  }
  checkPlacement(cells, row, child, dob)
  return reference && firstName && lastName && dob && cells.clean()
    ? { line: row.line, reference, firstName, lastName, dob, ...child }
    : null
}

function readBirth(cells: Cells, row: Row, today: Day): Day | null {
  const dob = cells.day('dob')
  if (dob && dob > today)
    return cells.problem('dob', `${dob} is in the future`, 'write the day the child was born')
  if (!dob && row.cell('dob') === '') return cells.needed('dob', 'write the day the child was born')
  return dob
}

function checkPlacement(
  cells: Cells,
  row: Row,
  child: { household: string | null; placedFrom: Day | null },
  dob: Day | null,
) {
  const { household, placedFrom } = child
  if (household && !placedFrom && row.cell('placed_from') === '') {
    cells.needed('placed_from', 'write the day the child came to this home')
  }
  if (placedFrom && !household)
    cells.needed('household', 'name the home the child came to on placed_from, or empty both')
  if (placedFrom && dob && placedFrom < dob) {
    cells.problem(
      'placed_from',
      `${placedFrom} is before the child was born, ${dob}`,
      'correct one of the two days',
    )
  }
}
