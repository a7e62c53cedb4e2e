import { Details } from '../../platform/web/components/details.tsx'
import { SummaryList } from '../../platform/web/components/summary-list.tsx'
import type { ShownPlanPage } from '../the-plan.ts'
import { kmInWords } from './parts.tsx'

/** What a person settled before the run, with each reason that was given. */
export function SettledWords({ plan: { settings, names } }: { plan: ShownPlanPage }) {
  const nameOf = (household: string) => names[household] ?? 'A home'
  const pairs = (of: readonly { household: string; hub: string }[], word: string) =>
    of.map(({ household, hub }) => `${nameOf(household)} ${word} ${nameOf(hub)}`)
  const words = [
    ...settings.settledHubs.map((household) => `${nameOf(household)} is a hub`),
    ...settings.hubs.map(
      ({ household, may, reason }) => `${nameOf(household)} ${may ? 'may' : 'is not to'} be a hub: ${reason}`,
    ),
    ...settings.mustBeIn.map((household) => `${nameOf(household)} may not be left out`),
    ...pairs(settings.locks, 'with the hub'),
    ...pairs(settings.bans, 'never with the hub'),
    ...settings.barriers.map(({ name, extraKm }) =>
      extraKm === null ? `Nobody crosses ${name}` : `Crossing ${name} counts ${kmInWords(extraKm)}`,
    ),
  ]
  return (
    <Details summary="What was settled" classes="on-paper">
      <SummaryList
        rows={[
          { key: 'Constellations', value: range(settings.constellations) },
          { key: 'Satellites in each', value: range(settings.satellites) },
          { key: 'Children in each', value: range(settings.children) },
          {
            key: 'Brothers and sisters',
            value:
              settings.siblings === 'always'
                ? 'Always together'
                : `Together, unless it costs more than ${kmInWords(settings.siblings.km)}`,
          },
          { key: 'Leaving out a home that said yes', value: kmInWords(settings.leaveOutKm.yes) },
          { key: 'Leaving out a home that is not sure', value: kmInWords(settings.leaveOutKm.unsure) },
          { key: 'Parting friends', value: kmInWords(settings.friendshipKm) },
          { key: 'Cutting a tie', value: kmInWords(settings.tieKm) },
          { key: 'A poor mix of ages', value: kmInWords(settings.mixKm) },
        ]}
      />
      {words.length > 0 && (
        <ul>
          {words.map((says) => (
            <li>{says}</li>
          ))}
        </ul>
      )}
    </Details>
  )
}

const range = ({ least, most }: { least: number; most: number }): string =>
  least === most ? String(least) : `${least} to ${most}`
