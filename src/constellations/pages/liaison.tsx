import { may } from '../../access/policy.ts'
import { Button } from '../../platform/web/components/button.tsx'
import { DateInput } from '../../platform/web/components/date-input.tsx'
import { Radios } from '../../platform/web/components/radios.tsx'
import { dateValues, errorFor } from '../../platform/web/form-state.ts'
import { words } from '../../platform/web/read-form.ts'
import { form } from '../../platform/web/visit.ts'
import { count } from '../../values/words.ts'
import { assignLiaison } from '../assign-liaison.ts'
import { liaisonWorkersList } from '../lists.ts'
import { theConstellation } from '../the-constellation.ts'
import { only } from './only.ts'

export const liaisonPage = form('/constellations/:constellation/liaison', assignLiaison, {
  input: ({ params }, { person, from }) => ({ constellation: params.constellation, person, from }),
  show: async (visit, state) => {
    only(may.formConstellation(await visit.actor()))
    const { constellation, name, liaison } = await visit.look(theConstellation, visit.params)
    const { workers } = await visit.look(liaisonWorkersList)
    return {
      title: `Liaison worker of ${name}`,
      section: 'Constellations',
      back: { href: `/constellations/${constellation}` },
      body: (
        <form method="post">
          {liaison && <p>{liaison.name} is the liaison worker now.</p>}
          {workers.length === 0 ? (
            <p>Nobody is a liaison worker yet. Give somebody that role first, under People.</p>
          ) : (
            <>
              <Radios
                name="person"
                legend="Who is it to be?"
                hint="A liaison worker may have up to four constellations"
                items={workers.map((worker) => ({
                  value: worker.person,
                  text: worker.name,
                  hint: `${count(worker.constellations, 'constellation')} now`,
                }))}
                value={words(state.typed.person) || liaison?.person}
                error={errorFor(state, 'person')}
              />
              <DateInput
                name="from"
                legend="From when?"
                hint="For example, 27 11 2026"
                values={dateValues(state, 'from')}
                error={errorFor(state, 'from')}
              />
              <Button>Save</Button>
            </>
          )}
        </form>
      ),
    }
  },
  done: ({ constellation }) => `/constellations/${constellation}`,
})
