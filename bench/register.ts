import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Writes a register of `homes` made-up homes and as many children: the same each time. */
export async function writeRegister(folder: string, homes: number): Promise<void> {
  await mkdir(folder, { recursive: true })
  const numbers = Array.from({ length: homes }, (_, index) => index + 1)
  const households = numbers.map((n) =>
    [
      `H${n}`,
      'mainstream',
      `Carer ${n}`,
      n % 3 ? `Partner ${n}` : '',
      '',
      '2020-01-06',
      '2029-03-31',
      3,
      0,
      17,
      'any',
      n % 4,
      n % 2 ? 'yes' : 'no',
      '2028-05-01',
      '2027-05-01',
      n % 5 ? '' : '2027-09-01',
      n % 6 ? 'none' : 'dog',
      'no',
      'English',
      `Worker ${n % 40}`,
      'yes',
      n % 10 ? 'no' : 'yes',
      51.8 + (n % 100) / 500,
      -2.2 + (n % 97) / 400,
    ].join(','),
  )
  const children = numbers.map((n) =>
    [
      `C${n}`,
      `Child${n}`,
      `Family${n % 500}`,
      `20${String(10 + (n % 14)).padStart(2, '0')}-0${1 + (n % 9)}-15`,
      n % 2 ? 'F' : 'M',
      'C2',
      `H${n}`,
      '2025-02-03',
      'Imagined county',
      n % 3 ? '' : `G${n % 2000}`,
      n % 20 ? '' : 'nuts',
      '',
      'can',
      'no_preference',
      '2027-12-31',
      `Social worker ${n % 60}`,
    ].join(','),
  )
  await writeFile(join(folder, 'households.csv'), [HOUSEHOLDS, ...households].join('\n'))
  await writeFile(join(folder, 'children.csv'), [CHILDREN, ...children].join('\n'))
  await writeFile(join(folder, 'links.csv'), `${LINKS}\nfriendship,H1,H2,,,neighbours\n`)
}

const HOUSEHOLDS =
  'household,kind,carer_1,carer_2,postcode,approved_from,approved_until,approved_places,approved_age_min,approved_age_max,approved_sex,spare_beds,adult_home_full_time,dbs_expires,review_due,allergy_training_until,pets,smoker,languages,supervising_social_worker,wants_mockingbird,can_be_hub,lat,lon'
const CHILDREN =
  'child,first_name,last_name,dob,sex,legal_status,household,placed_from,responsible_authority,sibling_group,allergies,medication,pets,cared_for_alongside,stays_agreed_until,social_worker'
const LINKS = 'kind,a,b,ordered_by,until,reason'
