import { z } from 'zod'
import { may } from '../access/policy.ts'
import { listing } from '../platform/listing.ts'
import { listStays } from '../sleepovers/store-lists.ts'
import { nextThings } from './rules.ts'
import { checksDue, hubContact, openInvitations, openTasks, ownMessages } from './store.ts'

export const next = listing({
  name: 'next',
  says: 'What to look at next: answers people wait for, sleepovers to come, tasks, invitations and checks that run out.',
  query: z.object({}),
  allow: may.seeOwnThings,
  run: async (context) => ({
    things: nextThings({
      stays: may.readSleepovers(context.actor) ? await listStays(context, 'coming', 1) : [],
      tasks: await openTasks(context),
      invitations: await openInvitations(context),
      checks: may.readHomes(context.actor) ? await checksDue(context) : [],
      ownHomes: context.actor.ownHomes,
      today: context.today,
    }),
    hub: await hubContact(context),
  }),
})

export const tasks = listing({
  name: 'tasks',
  says: 'What is open for you to do, the soonest first.',
  query: z.object({}),
  allow: may.seeOwnThings,
  run: (context) => openTasks(context),
})

export const messages = listing({
  name: 'messages',
  says: 'Your newest messages.',
  query: z.object({}),
  allow: may.seeOwnThings,
  run: (context) => ownMessages(context),
})
