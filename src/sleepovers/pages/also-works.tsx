import { Card, Cards } from '../../platform/web/components/card.tsx'
import { count } from '../../values/words.ts'
import type { Alternative } from '../alternatives.ts'

type Props = {
  alternatives: readonly Alternative[]
  /** What each is called, where it leads, and what else is said of it first. */
  show: (one: Alternative) => { heading: string; href: string; when?: string }
}

/** Other homes and other weeks that nothing stops; nothing where there are none. */
export function AlsoWorks({ alternatives, show }: Props) {
  if (alternatives.length === 0) return null
  return (
    <>
      <h2>Would also work</h2>
      <Cards>
        {alternatives.map((one) => {
          const { heading, href, when } = show(one)
          const facts = [
            ...(when ? [when] : []),
            ...(one.knowsThem ? ['They have stayed there before.'] : []),
            one.yeses === 0 ? 'Nothing stands in the way.' : `Needs ${count(one.yeses, 'yes', 'yeses')}.`,
          ]
          return <Card heading={<a href={href}>{heading}</a>}>{facts.join(' ')}</Card>
        })}
      </Cards>
    </>
  )
}
