import { FileUpload } from '../../platform/web/components/file-upload.tsx'
import { errorFor } from '../../platform/web/form-state.ts'
import { file, form } from '../../platform/web/visit.ts'
import { addPhoto } from '../add-photo.ts'
import { careCard } from '../care-card.ts'
import { childPhoto } from '../lists.ts'
import { childOf, Form, section } from './parts.tsx'

export const photoForm = form('/children/:child/photo', addPhoto, {
  input: (visit, typed) => ({ child: childOf(visit), photo: typed.photo }),
  show: async (visit, state) => {
    const { who } = await visit.look(careCard, { child: childOf(visit) })
    return {
      title: `A photo of ${who.firstName}`,
      section,
      back: { href: `/children/${who.child}/card` },
      body: (
        <Form save="Put it on the card" upload>
          <p>Only those who may see {who.firstName} see it. It takes the place of the photo before.</p>
          <FileUpload
            name="photo"
            label="Choose a photo"
            hint="JPEG, PNG or WebP, 2 MB or less"
            accept="image/jpeg,image/png,image/webp"
            error={errorFor(state, 'photo')}
          />
        </Form>
      ),
    }
  },
  done: ({ child }) => `/children/${child}/card`,
})

/** The photo itself. Looked up like everything else: who may not see the child gets no photo. */
export const pictureFile = file('/children/:child/picture', async (visit) => {
  const { mediaType, base64 } = await visit.look(childPhoto, { child: childOf(visit) })
  return { mediaType, bytes: Uint8Array.from(Buffer.from(base64, 'base64')) }
})
