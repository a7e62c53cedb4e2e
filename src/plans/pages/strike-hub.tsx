import { Button } from '../../platform/web/components/button.tsx'
import { Details } from '../../platform/web/components/details.tsx'
import { Input } from '../../platform/web/components/input.tsx'

type Props = {
  plan: string
  household: string
  /** What was typed, and what is wrong with it. */
  reason?: string
  error?: string | undefined
}

/** Plans again from the same facts with this home struck from the possible hubs, for a reason. */
export function StrikeHub({ plan, household, reason = '', error }: Props) {
  return (
    <Details summary="Plan again without this hub" open={error !== undefined || reason !== ''}>
      <form method="post" action={`/plans/${plan}/again`} class="no-print">
        <input type="hidden" name="household" value={household} />
        <input type="hidden" name="may" value="no" />
        <Input name="reason" label="Why is it not to be a hub?" value={reason} error={error} />
        <Button kind="secondary">Plan again</Button>
      </form>
    </Details>
  )
}
