import { z } from 'zod'
import { may } from '../access/policy.ts'
import { sees } from '../households/sees.ts'
import type { Context } from '../platform/context.ts'
import { id, optionalDay } from '../platform/fields.ts'
import { listing } from '../platform/listing.ts'
import { packAt } from '../platform/rule-pack.ts'
import { addDays, type Day, timeOf } from '../values/london.ts'
import { middleOf, wayBetween } from './direction.ts'
import { launchCheck, standing } from './rules.ts'
import { constellationsOn, findConstellation, liaisonsOn, variancesOf } from './store.ts'
import { constellationFacts } from './store-facts.ts'
import { invitationsOf } from './store-invitations.ts'
import { type Member, membersOn } from './store-members.ts'
import { type Beds, bedsOn, friends, type Pair, siblingsApart } from './store-tonight.ts'

const query = z.object({ constellation: id('a constellation'), asAt: optionalDay('the day to look at') })

/** One constellation as at a day. Homes the asker may not know have no name; nobody learns who sleeps where. */
export const theConstellation = listing({
  name: 'constellation',
  says: 'One constellation as at a day: its homes, how far they are from the hub, and where a bed is free that night.',
  query,
  allow: may.readConstellations,
  run: show,
})

export type Shown = Awaited<ReturnType<typeof show>>
export type ShownHome = Shown['homes'][number]

async function show(context: Context, { constellation, asAt }: z.output<typeof query>) {
  const { actor } = context
  await findConstellation(context, constellation)
  const day = asAt ?? context.today
  const night = asAt ?? tonight(context)
  const found = (await constellationsOn(context, day)).find((one) => one.constellation === constellation)
  const members = await membersOn(context, constellation, day)
  // Of a home the asker may not know, only that it is there.
  const households = members.filter(({ name }) => name !== null).map(({ household }) => household)
  const beds = await bedsOn(context, households, night)
  const ties = {
    siblings: await siblingsApart(context, households, day),
    friends: await friends(context, households, day),
  }
  const pack = packAt(day)
  const facts = await constellationFacts(context, constellation, day)
  const check = found?.stage === 'forming' ? launchCheck : standing
  const runs = may.runConstellation(actor, { constellation })
  const liaison = (await liaisonsOn(context, day)).find((one) => one.constellation === constellation)
  const hub = members.find(({ part }) => part === 'hub')
  const centre = hub ?? middleOf(members)
  const homes = members.map((member) => ({
    ...homeShown(context, member, beds, ties, members),
    way: centre && member !== hub ? wayBetween(centre, member) : null,
    canLeave: may.leaveConstellation(actor, { constellation, household: member.household }),
  }))
  const free = homes.filter((home) => home.tonight === 'free')
  return {
    constellation,
    name: found?.name ?? '',
    stage: found?.stage ?? 'forming',
    launchedOn: found?.launchedOn ?? null,
    closedOn: found?.closedOn ?? null,
    closedReason: found?.closedReason ?? null,
    asAt: day,
    night,
    hub: hub?.household ?? null,
    homes,
    ties,
    freeTonight: free.filter(({ part }) => part !== 'hub').length,
    liaison: liaison ? { person: liaison.person, name: liaison.name, since: liaison.since } : null,
    findings: found?.stage === 'closed' || actor.kind !== 'staff' ? [] : check(facts, pack),
    pack: pack.version,
    variances: await variancesOf(context, constellation),
    invitations: actor.kind === 'staff' ? await invitationsOf(context, constellation) : [],
    can: {
      run: runs,
      form: may.formConstellation(actor),
      ask: found?.stage === 'active' && actor.ownHomes.some((home) => households.includes(home)),
    },
  }
}

/** The night we are in, or the one to come: until 5am it is still last night. */
const tonight = ({ now, today }: Context): Day => (timeOf(now) < '05:00' ? addDays(today, -1) : today)

function homeShown(
  context: Context,
  member: Member,
  beds: readonly Beds[],
  ties: { siblings: Pair[]; friends: Pair[] },
  members: readonly Member[],
) {
  const { household, name, kind, part, since, until, buddy } = member
  const here = beds.find((one) => one.household === household)
  // How many beds are taken is for those who see the whole record; for the others, whether one is free.
  const counts = here !== undefined && sees(context.actor, household) === 'whole'
  return {
    household,
    name,
    kind,
    part,
    since,
    until,
    buddy: buddy
      ? { household: buddy, name: members.find((one) => one.household === buddy)?.name ?? null }
      : null,
    tonight: here ? (here.free > 0 ? ('free' as const) : ('none' as const)) : null,
    beds: counts ? { free: here.free, of: here.beds } : null,
    siblings: tied(ties.siblings, household),
    friends: tied(ties.friends, household),
  }
}

/** The homes at the other end of each tie. */
const tied = (pairs: readonly Pair[], household: string): string[] =>
  pairs.filter((pair) => pair.includes(household)).map(([a, b]) => (a === household ? b : a))
