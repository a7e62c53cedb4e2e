import { starsFor } from '../../constellations/stars.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { count } from '../../values/words.ts'
import type { Summary } from '../rules/summary.ts'
import { nightAddress } from './night-choice.tsx'
import { SkyDust, Stars } from './tonight-picture.tsx'

type Props = { summaries: readonly Summary[]; visit: Visit }

export const NONE = 'Homes in no constellation'

/** Where everything about a constellation stands. */
export const ringAddress = (visit: Visit, { constellation }: Summary): string =>
  nightAddress(visit, { constellation: constellation ?? 'none' })

/**
 * Each constellation under the night's sky, a filled star for each bed left. A picture to click on; whoever hears the
 * page or goes by keyboard finds the same in the table under it.
 */
export const SkyPicture = ({ summaries, visit }: Props) => (
  <div class="night-sky night-sky--wide" aria-hidden="true">
    <SkyDust stars={starsFor('all')} />
    <div class="night-sky__homes night-sky__homes--many">
      {summaries.map((one) => (
        <a class="night-home night-ring" href={ringAddress(visit, one)} tabindex={-1}>
          <span class="night-home__name">{one.name ?? NONE}</span>
          <span class="night-ring__beds">
            <Stars many={one.bedsLeft} />
            {one.bedsLeft === 0 ? 'No bed left' : count(one.bedsLeft, 'bed')}
          </span>
        </a>
      ))}
    </div>
  </div>
)
