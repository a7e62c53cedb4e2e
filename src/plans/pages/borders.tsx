import { may } from '../../access/policy.ts'
import { Button } from '../../platform/web/components/button.tsx'
import { FileUpload } from '../../platform/web/components/file-upload.tsx'
import { errorFor } from '../../platform/web/form-state.ts'
import { form } from '../../platform/web/visit.ts'
import { bringBorders } from '../bring-borders.ts'
import { only } from './parts.tsx'

export const bordersPage = form('/plans/borders', bringBorders, {
  input: (_visit, { borders }) => ({ borders }),
  show: async (visit, state) => {
    only(may.makePlan(await visit.actor()))
    return {
      title: 'Bring in councils’ borders',
      section: 'Plans',
      back: { href: '/plans' },
      body: (
        <form method="post" enctype="multipart/form-data" novalidate>
          <p>
            The maps of plans show them, so that a place is found at a glance. Choose a TopoJSON file in
            degrees, such as the boundaries that the Office for National Statistics publishes, made small.
          </p>
          <FileUpload
            name="borders"
            label="Borders"
            accept=".topojson,.json,application/json"
            error={errorFor(state, 'borders')}
          />
          <Button>Bring them in</Button>
        </form>
      ),
    }
  },
  done: () => '/plans',
})
