import { z } from 'zod'
import { may } from '../access/policy.ts'
import { action } from '../platform/action.ts'
import { state } from '../platform/history.ts'
import { Refusal } from '../platform/refusals.ts'
import { child } from './input.ts'
import { MOST_PHOTO_BYTES, photoKind } from './photo-kind.ts'
import { findChild } from './store.ts'

const TOO_LARGE = 'Choose a photo of 2 MB or less'

/** A picture as a form sends it (a file), or as an API caller does (base64). */
const photo = z.union(
  [
    z
      .instanceof(Blob)
      .refine((file) => file.size > 0, { error: 'Choose a photo' })
      .refine((file) => file.size <= MOST_PHOTO_BYTES, { error: TOO_LARGE }),
    z.base64().min(1),
  ],
  { error: 'Choose a photo' },
)

export const addPhoto = action({
  name: 'add-photo',
  says: 'Puts a photo of the child on their card, in place of the one before. JPEG, PNG or WebP of at most 2 MB.',
  input: z.object({ child, photo }),
  subject: (context, { child }) => findChild(context, child),
  allow: may.changeCareCard,
  run: async (context, { child, photo }) => {
    const bytes =
      typeof photo === 'string' ? Buffer.from(photo, 'base64') : Buffer.from(await photo.arrayBuffer())
    if (bytes.length > MOST_PHOTO_BYTES) throw new Refusal(TOO_LARGE, { field: 'photo' })
    const kind = photoKind(bytes)
    if (!kind) {
      throw new Refusal('This is not a photo we can show. Choose a JPEG, PNG or WebP picture', {
        field: 'photo',
      })
    }
    const values = { media_type: kind, bytes: `\\x${bytes.toString('hex')}` }
    const added = await state(context, 'child_photo', { child_id: child }, values, context.today)
    return { child, photo: added }
  },
})
