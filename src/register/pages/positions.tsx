import { Button } from '../../platform/web/components/button.tsx'
import { FileUpload } from '../../platform/web/components/file-upload.tsx'
import { NotificationBanner } from '../../platform/web/components/notification-banner.tsx'
import { errorFor } from '../../platform/web/form-state.ts'
import { words } from '../../platform/web/read-form.ts'
import { form } from '../../platform/web/visit.ts'
import { count } from '../../values/words.ts'
import { importPositions } from '../import-positions.ts'
import { registersSent } from '../lists.ts'
import type { Problem } from '../problems.ts'
import { Problems } from './problems.tsx'

/** Where postcodes are, for every map and distance. */
export const positionsForm = form('/register/positions', importPositions, {
  input: (_visit, typed) => typed,
  show: async (visit, state) => {
    // Asked for its permission: the form is for those who may import.
    await visit.look(registersSent)
    const { problems } = state.detail as { problems?: Problem[] }
    const placed = words(visit.query.homes)
    return {
      title: 'Bring in where postcodes are',
      section: 'Register',
      back: { href: '/register/import' },
      body: (
        <>
          {/^\d+$/.test(placed) && (
            <NotificationBanner
              kind="success"
              text={`Positions are in. ${count(Number(placed), 'home')} placed.`}
            />
          )}
          {problems && <Problems problems={problems} />}
          <p>
            Choose a CSV of postcodes, sectors or outcodes with their lat and lon, such as a part of the ONS
            Postcode Directory. A home whose postcode is not in it is placed by its sector or outcode, and
            says so. The whole directory is too long for a page: whoever runs Constellation can bring it in
            with “constellation import positions”.
          </p>
          <form method="post" enctype="multipart/form-data" novalidate>
            <FileUpload
              name="places"
              label="Positions"
              accept=".csv,text/csv"
              error={errorFor(state, 'places')}
            />
            <Button>Bring them in</Button>
          </form>
        </>
      ),
    }
  },
  done: ({ homes }) => `/register/positions?homes=${homes}`,
})
