/*
 * A small register, as a service would send it: a hub with a dog and allergy training, and seven satellites, in the
 * first of them a brother and a sister.
 */

const homes = [
  ['H01', 'Hazel Dean', 2, 'yes', 'dog', 4, 51.8632, -2.2439],
  ['H02', 'Morwenna Lark', 0, 'no', 'none', 2, 51.871, -2.231],
  ['H03', 'Rufus Tarn', 1, 'no', 'none', 2, 51.855, -2.262],
  ['H04', 'Odile Marsh', 1, 'no', 'cat', 2, 51.88, -2.255],
  ['H05', 'Piran Holt', 2, 'yes', 'none', 4, 51.849, -2.225],
  ['H06', 'Sunniva Brook', 1, 'no', 'none', 2, 51.868, -2.29],
  ['H07', 'Caspian Weir', 0, 'no', 'none', 2, 51.839, -2.249],
  ['H08', 'Thirza Combe', 1, 'no', 'rabbits', 2, 51.89, -2.22],
] as const

const householdsCsv = [
  'household,kind,carer_1,carer_2,postcode,approved_from,approved_until,approved_places,approved_age_min,approved_age_max,approved_sex,spare_beds,adult_home_full_time,dbs_expires,review_due,allergy_training_until,pets,smoker,languages,supervising_social_worker,wants_mockingbird,can_be_hub,lat,lon',
  ...homes.map(([reference, carer, beds, fullTime, pets, places, lat, lon]) =>
    [
      reference,
      'mainstream',
      carer,
      '',
      '',
      '2020-01-06',
      '',
      places,
      0,
      17,
      'any',
      beds,
      fullTime,
      '2028-05-01',
      '2027-05-01',
      '2027-09-30',
      pets,
      'no',
      'English',
      'Tomasz Reed',
      'yes',
      beds === 2 ? 'yes' : 'no',
      lat,
      lon,
    ].join(','),
  ),
].join('\n')

const childrenCsv = [
  'child,first_name,last_name,dob,sex,legal_status,household,placed_from,responsible_authority,sibling_group,allergies,medication,pets,cared_for_alongside,stays_agreed_until,social_worker',
  'C01,Kit,Penrose,2020-05-04,M,C2,H02,2024-03-01,Arden,G1,nuts (adrenaline pen),,unknown,no_preference,2027-03-31,Nadia Quince',
  'C02,Ada,Penrose,2018-02-11,F,C2,H02,2024-03-01,Arden,G1,,,can,no_preference,2027-03-31,Nadia Quince',
  'C03,Bram,Sorrel,2012-09-20,M,C2,H05,2025-06-02,Arden,,,,can,no_preference,2027-03-31,Nadia Quince',
].join('\n')

const linksCsv = ['kind,a,b,ordered_by,until,reason', 'friendship,H02,H05,,,neighbours'].join('\n')

/** The three files as texts. */
export const weekendRegister = { households: householdsCsv, children: childrenCsv, links: linksCsv }
