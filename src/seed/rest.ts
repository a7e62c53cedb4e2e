import { needs, rests } from '../../seeds/rest.ts'
import { setHubRest } from '../nights/set-hub-rest.ts'
import { stateStayNeed } from '../nights/state-stay-need.ts'
import type { Step } from './calendar.ts'
import type { World } from './world.ts'

/** The rest that was settled for hubs, and what homes need. */
export const restSteps = (world: World): Step[] => [
  ...rests.map(({ home, by, on, from, ...rest }) =>
    world.step(on, '10:00', () =>
      world.does(by, setHubRest, { household: world.homes.of(home), from: world.day(from), ...rest }),
    ),
  ),
  ...needs.map(({ home, by, on, ...need }) =>
    world.step(on, '10:20', () =>
      world.does(by, stateStayNeed, { household: world.homes.of(home), from: world.day(on), ...need }),
    ),
  ),
]
