import { Textarea } from '../../platform/web/components/textarea.tsx'
import { errorFor } from '../../platform/web/form-state.ts'
import { type Typed, words } from '../../platform/web/read-form.ts'
import type { FormState } from '../../platform/web/visit.ts'

const VIEW = 'view-'

/** What each child says about it, by child, as it was typed. */
export const viewsIn = (typed: Typed): Record<string, string> =>
  Object.fromEntries(
    Object.entries(typed)
      .filter(([name]) => name.startsWith(VIEW))
      .map(([name, value]) => [name.slice(VIEW.length), words(value)]),
  )

type Props = { of: readonly { id: string; name: string }[]; state: FormState }

/** A box for each child: what they say about it. */
export function Views({ of, state }: Props) {
  return (
    <>
      {of.map(({ id, name }) => (
        <Textarea
          name={`${VIEW}${id}`}
          label={`What does ${name} say about it?`}
          rows={2}
          value={words(state.typed[`${VIEW}${id}`])}
          error={errorFor(state, `views.${id}`)}
        />
      ))}
    </>
  )
}
