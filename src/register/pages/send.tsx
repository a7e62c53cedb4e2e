import { Button } from '../../platform/web/components/button.tsx'
import { Details } from '../../platform/web/components/details.tsx'
import { FileUpload } from '../../platform/web/components/file-upload.tsx'
import { InsetText } from '../../platform/web/components/inset-text.tsx'
import { errorFor } from '../../platform/web/form-state.ts'
import { form } from '../../platform/web/visit.ts'
import { dayAndTime } from '../../values/words.ts'
import { registersSent } from '../lists.ts'
import type { Problem } from '../problems.ts'
import { CHILD_COLUMNS } from '../read-children.ts'
import { HOUSEHOLD_COLUMNS } from '../read-households.ts'
import { LINK_COLUMNS } from '../read-links.ts'
import { stageRegister } from '../stage-register.ts'
import { Problems } from './problems.tsx'

const section = 'Register'

const COLUMNS = {
  'households.csv': HOUSEHOLD_COLUMNS.needed,
  'children.csv': CHILD_COLUMNS.needed,
  'links.csv': LINK_COLUMNS.needed,
}

/** Three files in; nothing is changed until what they would change has been seen. */
export const sendForm = form('/register/import', stageRegister, {
  input: (_visit, typed) => typed,
  show: async (visit, state) => {
    const sent = await visit.look(registersSent)
    const { problems } = state.detail as { problems?: Problem[] }
    const file = (name: string, label: string, hint: string) => (
      <FileUpload
        name={name}
        label={label}
        hint={hint}
        accept=".csv,text/csv"
        error={errorFor(state, name)}
      />
    )
    return {
      title: 'Bring in your register',
      section,
      body: (
        <>
          {problems && <Problems problems={problems} />}
          <p>Choose the files of your register. You see what they would change before anything does.</p>
          {sent.map(({ upload, sentAt }) => (
            <InsetText>
              A register you sent on {dayAndTime(sentAt)} waits for your yes.{' '}
              <a href={`/register/import/${upload}`}>See what it would change</a>
            </InsetText>
          ))}
          <form method="post" enctype="multipart/form-data" novalidate>
            {file('households', 'Homes', 'households.csv')}
            {file('children', 'Children', 'children.csv')}
            {file('links', 'Friends, and who is kept apart (if you have it)', 'links.csv')}
            <Button>See what would change</Button>
          </form>
          <Details summary="What the files hold">
            <p>
              Each is a CSV (“CSV UTF-8” in a spreadsheet) with a line of column names, in any order. Write
              days like 2026-11-27 or 27/11/2026, and leave a cell empty where you do not know.
            </p>
            {Object.entries(COLUMNS).map(([name, columns]) => (
              <p>
                <strong>{name}</strong>: {columns.join(', ')}
              </p>
            ))}
          </Details>
          <p>
            <a href="/register/positions">Bring in where postcodes are</a>, so that homes have distances and a
            place on the map.
          </p>
        </>
      ),
    }
  },
  done: ({ upload }) => `/register/import/${upload}`,
})
