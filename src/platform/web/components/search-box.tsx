import type { Child } from 'hono/jsx'
import { Button } from './button.tsx'
import { Input } from './input.tsx'

type Props = {
  label: string
  /** What was looked for last. */
  value: string
  name?: string
  hint?: string | undefined
  /** More to look by, between the words and the button. */
  children?: Child
}

/** Words to find somebody or something by. Posted: names stay out of addresses, histories and logs. */
export function SearchBox({ label, value, name = 'search', hint, children }: Props) {
  return (
    <form method="post" class="search">
      <Input name={name} label={label} hint={hint} value={value} width={20} />
      {children}
      <Button kind="secondary" name="find" value="yes">
        Find
      </Button>
    </form>
  )
}
