import { may } from '../../access/policy.ts'
import { Button } from '../../platform/web/components/button.tsx'
import { Card, Cards } from '../../platform/web/components/card.tsx'
import { NightStrip } from '../../platform/web/components/nights.tsx'
import { SummaryList } from '../../platform/web/components/summary-list.tsx'
import { errorFor } from '../../platform/web/form-state.ts'
import { words } from '../../platform/web/read-form.ts'
import { type FormState, form, page, type View, type Visit } from '../../platform/web/visit.ts'
import { nightsFree, sleepover } from '../../sleepovers/lists.ts'
import { whoGoes } from '../../sleepovers/pages/stay.tsx'
import { addDays, dayOf, type Span } from '../../values/london.ts'
import { nightsOf } from '../../values/nights.ts'
import { dayAndTime, shortDay } from '../../values/words.ts'
import { answerSwap } from '../answer-swap.ts'
import { swap, swaps } from '../lists.ts'
import { offerSwap } from '../offer-swap.ts'
import type { OfferShown } from '../store-swaps.ts'
import { withdrawSwap } from '../withdraw-swap.ts'

const section = 'Sleepovers'
const AROUND = 7
const NIGHTS = 21

const STATES: Record<OfferShown['state'], string> = {
  open: 'Waits for an answer',
  yes: 'Swapped',
  no: 'Answered with no',
  withdrawn: 'Taken back',
  overtaken: 'Came to nothing: one of the two sleepovers has changed',
}

const span = ({ from, to }: Span) => `${dayAndTime(from)} to ${dayAndTime(to)}`

/** The own sleepover, and the nights at the same host to choose from: free or full, never who is there. */
async function offerView(visit: Visit, state: FormState): Promise<View> {
  const stay = await visit.look(sleepover, { stay: visit.params.stay })
  const tomorrow = addDays(dayOf(visit.now), 1)
  const near = addDays(dayOf(stay.from), -AROUND)
  const first = words(visit.query.first) || (near > tomorrow ? near : tomorrow)
  const { name, nights } = await visit.look(nightsFree, { host: stay.host, from: first, nights: NIGHTS })
  const own = nightsOf(stay)
  return {
    title: 'Which night would you like instead?',
    heading: false,
    section,
    back: { href: `/sleepovers/${stay.id}` },
    body: (
      <form method="post" novalidate>
        <NightStrip
          name="night"
          legend="Which night would you like instead?"
          legendSize="l"
          heading
          hint={`At ${name}. Choose a night that is taken. Whoever has it is asked to swap all of their nights for yours. You do not learn who it is.`}
          error={errorFor(state, 'night')}
          nights={nights.map(({ night, state: free, words: beds }) => ({
            date: night,
            label: shortDay(night).slice(0, 3),
            day: Number(night.slice(8)),
            state: free,
            words: own.includes(night) ? 'yours' : beds,
            chosen: words(state.typed.night) === night,
          }))}
        />
        <p>
          You would give: {whoGoes(stay)}, {span(stay)}
        </p>
        <p>
          <a href={`/sleepovers/${stay.id}/swap?first=${addDays(first, NIGHTS)}`}>Show later nights</a>
        </p>
        <Button>Ask to swap</Button>
      </form>
    ),
  }
}

/** One offer from the reader's side: the own nights, the other nights, and what can be said to it. */
async function swapView(visit: Visit): Promise<View> {
  const offer = await visit.look(swap, { offer: visit.params.offer })
  const open = offer.state === 'open'
  const asked = offer.side === 'asked'
  const maySayYes = may.agreeToSwap(await visit.actor(), offer)
  return {
    title: asked ? 'Would you swap nights?' : 'Your offer to swap nights',
    section,
    back: { href: '/swaps' },
    body: (
      <>
        <SummaryList
          rows={[
            { key: 'At', value: offer.hostName ?? 'another home' },
            {
              key: offer.state === 'yes' ? 'You gave' : 'You have',
              value: <a href={`/sleepovers/${offer.stay}`}>{span(offer.own)}</a>,
            },
            {
              key: offer.state === 'yes' ? 'You have now' : 'You would have',
              value: offer.became ? (
                <a href={`/sleepovers/${offer.became}`}>{span(offer.other)}</a>
              ) : (
                span(offer.other)
              ),
            },
            { key: 'How it stands', value: STATES[offer.state] },
          ]}
        />
        {open && asked && (
          <form method="post">
            <p>
              {maySayYes
                ? 'If you say yes, every rule is looked at again with the new nights. If one stops it, nothing changes.'
                : 'Only a carer of the home can say yes. If they told you no, say so here.'}
            </p>
            <div class="buttons">
              {maySayYes && (
                <Button kind="go" name="answer" value="yes">
                  Yes, swap
                </Button>
              )}
              <Button kind="secondary" name="answer" value="no">
                {maySayYes ? 'No, keep our nights' : 'No, they keep their nights'}
              </Button>
            </div>
          </form>
        )}
        {open && !asked && (
          <form method="post" action={`/swaps/${offer.id}/withdraw`}>
            <Button kind="secondary">Take the offer back</Button>
          </form>
        )}
      </>
    ),
  }
}

const withOffer = (visit: Visit, typed: object) => ({ ...typed, offer: visit.params.offer })
const toOffer = (_result: object, visit: Visit) => `/swaps/${visit.params.offer}`

export const swapPages = [
  page('/swaps', async (visit) => {
    const found = await visit.look(swaps)
    return {
      title: 'Swaps of nights',
      section,
      back: { href: '/sleepovers' },
      body: (
        <>
          {found.length === 0 && <p>None. To offer one, open a sleepover of yours that has not begun.</p>}
          <Cards>
            {found.map((offer) => (
              <Card
                heading={
                  <a href={`/swaps/${offer.id}`}>
                    {offer.side === 'asked' ? 'Asked of you' : 'You asked'}: {span(offer.other)}
                  </a>
                }
                note={STATES[offer.state]}
              >
                {`For ${span(offer.own)}, at ${offer.hostName ?? 'another home'}`}
              </Card>
            ))}
          </Cards>
        </>
      ),
    }
  }),
  form('/sleepovers/:stay/swap', offerSwap, {
    input: (visit, typed) => ({ ...typed, stay: visit.params.stay }),
    show: offerView,
    done: () => '/swaps',
  }),
  form('/swaps/:offer', answerSwap, { input: withOffer, show: swapView, done: toOffer }),
  form('/swaps/:offer/withdraw', withdrawSwap, { input: withOffer, show: swapView, done: toOffer }),
]
