import type { SummaryRow } from '../../platform/web/components/summary-list.tsx'
import { SummaryList } from '../../platform/web/components/summary-list.tsx'
import { list } from '../../values/words.ts'
import type { HouseholdRecord } from '../household-record.ts'
import { HOME_KINDS, WISHES } from '../kinds.ts'
import type { HomeDetails } from '../store-record.ts'
import { Unseen } from './parts.tsx'

/** What a part of a home's page is given: the record with what may be done, and the home's address. */
export type Shown = { home: HouseholdRecord; path: string }

const PARTS = { hub: 'the hub home', satellite: 'a satellite home', guest: 'a guest' }
const NOT_KNOWN = 'Not known'
const yesNo = (value: boolean | null) => (value === null ? NOT_KNOWN : value ? 'Yes' : 'No')

/** Where the home is, and how roughly that is known. */
function Whereabouts({ details }: { details: HomeDetails }) {
  const { postcode, positionFrom } = details
  const rough = {
    sector: 'the middle of its postcode sector',
    outcode: 'the middle of its postcode district',
  }
  return (
    <>
      {postcode ?? NOT_KNOWN}
      {positionFrom === 'none' && (
        <p class="quiet small">
          {postcode
            ? 'We do not know where this postcode is, so this home has no distances. Check it, or load newer positions.'
            : 'Without a postcode this home has no distances.'}
        </p>
      )}
      {(positionFrom === 'sector' || positionFrom === 'outcode') && (
        <p class="quiet small">Distances are from {rough[positionFrom]}.</p>
      )}
    </>
  )
}

/** What everybody who knows the home may know of it. */
export function About({ home, path }: Shown) {
  const { details, constellation, can } = home
  const actions = can.change
    ? [{ text: 'Change', href: `${path}/change`, hidden: 'what is known of this home' }]
    : []
  const rows: SummaryRow[] = [{ key: 'Reference', value: home.reference }]
  if (details) {
    rows.push(
      { key: 'Kind', value: HOME_KINDS[details.kind] },
      {
        key: 'Phone',
        value: details.phone ? <a href={`tel:${details.phone}`}>{details.phone}</a> : NOT_KNOWN,
      },
      { key: 'Postcode', value: <Whereabouts details={details} /> },
      { key: 'Council', value: details.localAuthority ?? NOT_KNOWN },
      { key: 'Pets', value: details.pets.length > 0 ? list(details.pets) : 'None recorded' },
      { key: 'Somebody smokes', value: yesNo(details.smoker) },
      { key: 'Languages', value: details.languages.length > 0 ? list(details.languages) : 'None recorded' },
      {
        key: 'Culture and faith',
        value: details.cultures.length > 0 ? list(details.cultures) : 'None recorded',
      },
      { key: 'An adult is at home full time', value: yesNo(details.adultHomeFullTime) },
      {
        key: 'Wants to be in a constellation',
        value: details.wantsMockingbird ? WISHES[details.wantsMockingbird] : NOT_KNOWN,
      },
      { key: 'Could be a hub home', value: yesNo(details.canBeHub) },
    )
  }
  rows.push({
    key: 'Constellation',
    value: constellation ? (
      <>
        <a href={`/constellations/${constellation.id}`}>{constellation.name}</a>, {PARTS[constellation.part]}
      </>
    ) : home.sees === 'whole' ? (
      'Not in a constellation'
    ) : (
      <Unseen />
    ),
  })
  return <SummaryList rows={rows} card={{ title: 'About this home', actions }} />
}
