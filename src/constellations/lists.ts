import { z } from 'zod'
import { may } from '../access/policy.ts'
import { id, optionalDay } from '../platform/fields.ts'
import { listing } from '../platform/listing.ts'
import { NotFound } from '../platform/refusals.ts'
import { packAt } from '../platform/rule-pack.ts'
import { wayBetween } from './direction.ts'
import { type JoinFacts, joinCheck, launchCheck, type Part } from './rules.ts'
import { constellationsOn, findConstellation, liaisonsOn, liaisonWorkers } from './store.ts'
import { constellationFacts, joinFacts } from './store-facts.ts'
import { homesToInvite } from './store-homes.ts'
import { findInvitation, invitationsOf, openSatelliteInvitations } from './store-invitations.ts'
import { findHome, hubsOn, membersOn, partsOn } from './store-members.ts'

const constellation = id('a constellation')

export const constellations = listing({
  name: 'constellations',
  says: 'The constellations you may see as at a day: stage, hub, liaison worker, how many homes.',
  query: z.object({ asAt: optionalDay('the day to look at') }),
  allow: may.readConstellations,
  run: async (context, { asAt }) => {
    const day = asAt ?? context.today
    const parts = await partsOn(context, day)
    const liaisons = await liaisonsOn(context, day)
    const hubs = await hubsOn(context, day)
    const rows = await constellationsOn(context, day)
    const homes = (of: string, part: Part) =>
      parts.find((row) => row.constellation === of && row.part === part)?.homes ?? 0
    return {
      asAt: day,
      can: { form: may.formConstellation(context.actor) },
      constellations: rows.map((row) => {
        const liaison = liaisons.find((one) => one.constellation === row.constellation)
        const hub = hubs.find((one) => one.constellation === row.constellation)
        return {
          ...row,
          liaison: liaison ? { person: liaison.person, name: liaison.name } : null,
          hub: hub ? { household: hub.household, name: hub.name } : null,
          satellites: homes(row.constellation, 'satellite'),
          guests: homes(row.constellation, 'guest'),
        }
      }),
    }
  },
})

export const invitations = listing({
  name: 'invitations',
  says: 'The invitations to join a constellation that you may see, latest first, and whether you can answer.',
  query: z.object({ constellation: constellation.nullish() }),
  allow: may.readConstellations,
  run: async (context, query) => {
    const rows = await invitationsOf(context, query.constellation ?? null)
    return {
      invitations: rows.map((row) => {
        const open = row.answer === null && row.withdrawnAt === null
        return { ...row, open, canAnswer: open && may.answerInvitation(context.actor, row) }
      }),
    }
  },
})

export const invitation = listing({
  name: 'invitation',
  says: 'One invitation: what the home is asked to be, in which constellation, with whom, how far from the hub.',
  query: z.object({ invitation: id('an invitation') }),
  allow: may.readConstellations,
  run: async (context, query) => {
    const asked = await findInvitation(context, query.invitation)
    const members = await membersOn(context, asked.constellation, context.today)
    const hub = members.find(({ part }) => part === 'hub')
    const liaison = (await liaisonsOn(context, context.today)).find(
      (one) => one.constellation === asked.constellation,
    )
    const home = await findHome(context, asked.household)
    return {
      ...asked,
      open: asked.answer === null && asked.withdrawnAt === null,
      own: context.actor.ownHomes.includes(asked.household),
      can: {
        answer: may.answerInvitation(context.actor, asked),
        withdraw: may.runConstellation(context.actor, asked),
      },
      hub: hub ? { household: hub.household, name: hub.name, way: wayBetween(hub, home) } : null,
      satellites: members.filter(({ part }) => part === 'satellite').length,
      liaison: liaison ? { person: liaison.person, name: liaison.name } : null,
    }
  },
})

export type Asked = Awaited<ReturnType<typeof invitation.run>>

export const homesToInviteList = listing({
  name: 'homes-to-invite',
  says: 'The homes you may know that are not in a constellation yet, nearest to the hub first.',
  query: z.object({ constellation }),
  allow: may.readConstellations,
  run: async (context, query) => {
    const { name } = await findConstellation(context, query.constellation)
    if (!may.runConstellation(context.actor, query)) throw new NotFound()
    const members = await membersOn(context, query.constellation, context.today)
    const hub = members.find(({ part }) => part === 'hub')
    const homes = await homesToInvite(context, query.constellation, context.today)
    // A satellite is only ever asked to become the hub, once no other home stays it.
    const vacant = hub === undefined || hub.until !== null
    const free = homes.filter(({ here }) => vacant || here !== 'satellite')
    const measured = free.map(({ lat, lon, positionFrom, ...home }) => ({
      ...home,
      way: hub ? wayBetween(hub, { lat, lon, positionFrom }) : null,
    }))
    return {
      name,
      hub: hub ? { household: hub.household, name: hub.name } : null,
      homes: measured.toSorted((a, b) => (a.way?.miles ?? Infinity) - (b.way?.miles ?? Infinity)),
    }
  },
})

export const invitationCheck = listing({
  name: 'invitation-check',
  says: 'What the rules say of asking a home to join, for each part it could play.',
  query: z.object({ constellation, household: id('a home') }),
  allow: may.readConstellations,
  run: async (context, query) => {
    const { name, stage } = await findConstellation(context, query.constellation)
    if (!may.runConstellation(context.actor, query)) throw new NotFound()
    const home = await findHome(context, query.household)
    const { satellites, ...facts } = await joinFacts(context, { ...query, stage, day: context.today })
    const invited = await openSatelliteInvitations(context, query.constellation, query.household)
    const pack = packAt(context.today)
    const as = (part: Part) => {
      const all: JoinFacts = { ...facts, part, otherSatellites: satellites + invited }
      return joinCheck(all, pack)
    }
    const members = await membersOn(context, query.constellation, context.today)
    return {
      name,
      home: { household: query.household, name: home.name },
      findings: { hub: as('hub'), satellite: as('satellite'), guest: as('guest') },
      buddies: members
        .filter(({ part, household }) => part !== 'guest' && household !== query.household)
        .map(({ household, name: called }) => ({ household, name: called })),
    }
  },
})

export const launchCheckList = listing({
  name: 'launch-check',
  says: 'Everything the rules say of launching a constellation on a day, worst first.',
  query: z.object({ constellation, on: optionalDay('the day of the launch') }),
  allow: may.readConstellations,
  run: async (context, query) => {
    const found = await findConstellation(context, query.constellation)
    if (!may.runConstellation(context.actor, query)) throw new NotFound()
    const on = query.on ?? context.today
    const pack = packAt(on)
    const facts = await constellationFacts(context, query.constellation, on)
    return {
      ...found,
      on,
      pack: pack.version,
      satellites: facts.satellites.length,
      findings: launchCheck(facts, pack),
    }
  },
})

export const liaisonWorkersList = listing({
  name: 'liaison-workers',
  says: 'Who is a liaison worker of the service on a day, and how many constellations each one has.',
  query: z.object({ asAt: optionalDay('the day to look at') }),
  allow: may.readPeople,
  run: async (context, { asAt }) => {
    const day = asAt ?? context.today
    const workers = await liaisonWorkers(context, day)
    const held = await liaisonsOn(context, day)
    return {
      workers: workers.map((worker) => ({
        ...worker,
        constellations: held.filter(({ person }) => person === worker.person).length,
      })),
    }
  },
})
