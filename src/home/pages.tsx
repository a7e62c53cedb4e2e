import { Button } from '../platform/web/components/button.tsx'
import { Card, Cards } from '../platform/web/components/card.tsx'
import { Table } from '../platform/web/components/table.tsx'
import { Textarea } from '../platform/web/components/textarea.tsx'
import { errorFor } from '../platform/web/form-state.ts'
import { words } from '../platform/web/read-form.ts'
import { form, page, type Visit } from '../platform/web/visit.ts'
import { timeOf } from '../values/london.ts'
import { count, dayAndTime } from '../values/words.ts'
import { finishTask } from './finish-task.ts'
import { messages, next, tasks } from './lists.ts'
import { hrefOf, type NextThing } from './rules.ts'

const section = 'Home'
const FIRST = 3

const greeting = (now: Date): string => {
  const hour = Number(timeOf(now).slice(0, 2))
  return hour < 5
    ? 'You are up late'
    : hour < 12
      ? 'Good morning'
      : hour < 18
        ? 'Good afternoon'
        : 'Good evening'
}

const tel = (number: string) => `tel:${number.replace(/[^+\d]/g, '')}`

function Things({ things }: { things: readonly NextThing[] }) {
  return (
    <Cards>
      {things.map((thing) => (
        <Card
          heading={thing.heading}
          note={
            <a href={thing.href}>
              {thing.note}
              <span class="govuk-visually-hidden">: {thing.says}</span>
            </a>
          }
        >
          {thing.says}
        </Card>
      ))}
    </Cards>
  )
}

async function home(visit: Visit) {
  const { things, hub } = await visit.look(next)
  const actor = await visit.actor()
  const carer = actor.kind === 'carer'
  const shown = carer ? things.slice(0, FIRST) : things
  return {
    title: greeting(visit.now),
    section,
    body: (
      <>
        {carer && (
          <div class="buttons">
            {actor.placedChildren.length > 0 && (
              <Button kind="go" href="/sleepovers/ask">
                Ask for a sleepover
              </Button>
            )}
            <Button kind="stop" href={actor.placedChildren.length > 0 ? '/sleepovers/emergency' : '/help'}>
              I need help now
            </Button>
          </div>
        )}
        <h2>{carer ? 'Next' : 'To look at'}</h2>
        {things.length === 0 && <p>Nothing waits for you.</p>}
        <Things things={shown} />
        {things.length > shown.length && (
          <p>
            <a href="/next">{count(things.length - shown.length, 'more thing')} to look at</a>
          </p>
        )}
        <p>
          <a href="/messages">Your messages</a>
        </p>
        <h2>People</h2>
        <ul class="plain">
          {hub?.phone && (
            <li>
              <a href={tel(hub.phone)}>Ring the hub home: {hub.name}</a>
            </li>
          )}
          <li>
            <a href={tel(actor.service.dutyPhone)}>Ring the duty line, day or night</a>
          </li>
        </ul>
      </>
    ),
  }
}

/** A person's own pages: what is next, whom to ring, what to do, what was said to them. */
export const homePages = [
  page('/', home),
  page('/next', async (visit) => ({
    title: 'Everything to look at',
    section,
    back: { href: '/' },
    body: <Things things={(await visit.look(next)).things} />,
  })),
  page('/help', async (visit) => {
    const { hub } = await visit.look(next)
    const { dutyPhone } = (await visit.actor()).service
    return {
      title: 'I need help now',
      section,
      back: { href: '/' },
      body: (
        <>
          <p class="lead">If a child is in immediate danger, ring 999.</p>
          <div class="buttons">
            {hub?.phone && (
              <Button kind="go" href={tel(hub.phone)}>
                Ring the hub home, {hub.phone}
              </Button>
            )}
            <Button kind={hub?.phone ? 'secondary' : 'go'} href={tel(dutyPhone)}>
              Ring the duty line, {dutyPhone}
            </Button>
          </div>
          <h2>Have this at hand</h2>
          <p>
            <a href="/children">Your children’s care cards</a>: allergies, medicine, what helps.
          </p>
        </>
      ),
    }
  }),
  page('/tasks', async (visit) => {
    const open = await visit.look(tasks)
    return {
      title: 'To do',
      section,
      back: { href: '/' },
      body: (
        <Table
          caption={count(open.length, 'task')}
          scroll
          rowHeaders
          head={['By', 'What', 'Done?']}
          rows={open.map((task) => [
            dayAndTime(task.due),
            <a href={hrefOf(task)}>{task.says}</a>,
            <a href={`/tasks/${task.id}`}>Mark as done</a>,
          ])}
        />
      ),
    }
  }),
  form('/tasks/:task', finishTask, {
    input: (visit, typed) => ({ ...typed, task: visit.params.task }),
    show: async (visit, state) => {
      const task = (await visit.look(tasks)).find(({ id }) => id === visit.params.task)
      return {
        title: task ? 'Mark as done' : 'This is done already',
        section,
        back: { href: '/tasks' },
        body: task && (
          <form method="post" novalidate>
            <p>{task.says}</p>
            <Textarea
              name="note"
              label="How did it come out?"
              rows={3}
              value={words(state.typed.note)}
              error={errorFor(state, 'note')}
            />
            <Button>Mark as done</Button>
          </form>
        ),
      }
    },
    done: () => '/tasks',
  }),
  page('/messages', async (visit) => {
    const found = await visit.look(messages)
    return {
      title: 'Your messages',
      section,
      back: { href: '/' },
      body: (
        <Cards>
          {found.map((message) => (
            <Card heading={<a href={hrefOf(message)}>{message.subject}</a>} note={dayAndTime(message.at)}>
              {message.body}
            </Card>
          ))}
          {found.length === 0 && <li>None yet.</li>}
        </Cards>
      ),
    }
  }),
]
