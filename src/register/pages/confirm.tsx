import { Button } from '../../platform/web/components/button.tsx'
import { Panel } from '../../platform/web/components/panel.tsx'
import { form, type View } from '../../platform/web/visit.ts'
import { dayAndTime } from '../../values/words.ts'
import { importRegister } from '../import-register.ts'
import { type Preview, registerPreview } from '../lists.ts'
import type { Problem } from '../problems.ts'
import { Changes, changesNothing, Figures, Notices } from './outcome.tsx'
import { Problems } from './problems.tsx'

const section = 'Register'
const back = { href: '/register/import' }

/** What a register would change, and the yes to it; once it is imported, what came of it. */
export const confirmForm = form('/register/import/:upload', importRegister, {
  input: ({ params }) => ({ upload: params.upload }),
  show: async (visit, state) => {
    const preview = await visit.look(registerPreview, { upload: visit.params.upload })
    const { problems } = state.detail as { problems?: Problem[] }
    return preview.imported ? imported(preview) : waiting(preview, problems)
  },
  done: (_result, { params }) => `/register/import/${params.upload}`,
})

function waiting({ outcome, expiresAt }: Extract<Preview, { imported: false }>, refused?: Problem[]): View {
  const problems = refused ?? outcome.problems
  const nothing = problems.length === 0 && changesNothing(outcome)
  return {
    title: nothing ? 'This register changes nothing' : 'What this register would change',
    section,
    back,
    body: (
      <>
        {problems.length > 0 && <Problems problems={problems} />}
        {nothing && <p>All of it is known already.</p>}
        <Figures outcome={outcome} />
        <Changes changes={outcome.changes} />
        <Notices outcome={outcome} />
        {problems.length === 0 && !nothing && (
          <form method="post">
            <p>
              Nothing has changed yet. What is known today stays in the history. We keep these files for you
              until {dayAndTime(expiresAt)}.
            </p>
            <Button preventDoubleClick>Import the register</Button>
          </form>
        )}
      </>
    ),
  }
}

function imported({ outcome }: Extract<Preview, { imported: true }>): View {
  return {
    title: 'The register is in',
    heading: false,
    section,
    body: (
      <>
        <Panel title="The register is in" />
        <Figures outcome={outcome} />
        <Notices outcome={outcome} />
        <p>
          <a href="/households">See the homes</a> or <a href="/children">see the children</a>.
        </p>
      </>
    ),
  }
}
