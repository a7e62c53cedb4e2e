import { SummaryList, type SummaryRow } from '../../platform/web/components/summary-list.tsx'
import { longDay } from '../../values/words.ts'
import type { Shown } from './home-about.tsx'
import { Unseen } from './parts.tsx'

const contact = ({ phone, email }: { phone: string | null; email: string | null }) => (
  <>
    {phone && (
      <>
        <br />
        <a href={`tel:${phone}`}>{phone}</a>
      </>
    )}
    {email && (
      <>
        <br />
        {email}
      </>
    )}
  </>
)

/** Who fosters here, and whose work the home is. */
export function People({ home, path }: Shown) {
  const { carers, otherCarers, supervisor, can, sees } = home
  const rows: SummaryRow[] = carers.map((carer) => ({
    key: 'Carer',
    value: (
      <>
        {carer.name}
        {contact({ phone: carer.phone, email: sees === 'whole' ? carer.email : null })}
      </>
    ),
    ...(can.change && {
      actions: [
        { text: 'End', href: `${path}/carers/${carer.id}/end`, hidden: `${carer.name} as a carer here` },
      ],
    }),
  }))
  if (carers.length === 0) rows.push({ key: 'Carer', value: 'Nobody is recorded' })
  for (const { id, name, from, until } of sees === 'whole' ? otherCarers : []) {
    const left = until !== null && until <= home.asAt
    rows.push({
      key: left ? 'Was a carer here' : 'Will be a carer here',
      value: left ? `${name}, until ${longDay(until)}` : `${name}, from ${longDay(from)}`,
      ...(can.change &&
        left && { actions: [{ text: 'Add back', href: `${path}/carers/${id}/back`, hidden: name }] }),
    })
  }
  rows.push({
    key: 'Supervising social worker',
    value: supervisor ? (
      <>
        {supervisor.name}
        {contact(supervisor)}
      </>
    ) : (
      'Nobody yet'
    ),
    ...(can.change && {
      actions: [{ text: 'Change', href: `${path}/supervisor`, hidden: 'supervising social worker' }],
    }),
  })
  const actions = can.change ? [{ text: 'Add a carer', href: `${path}/carers/add` }] : []
  return <SummaryList rows={rows} card={{ title: 'People', actions }} />
}

/** Children whose home this is: those the reader may see, and never a hint of others. */
export function Children({ home }: Shown) {
  if (home.sees === 'near' && home.children.length === 0) return null
  return (
    <>
      <h2>Children</h2>
      {home.children.length === 0 ? (
        <p>No child’s home is recorded here.</p>
      ) : (
        <ul>
          {home.children.map(({ id, firstName, lastName, from }) => (
            <li>
              <a href={`/children/${id}`}>
                {firstName} {lastName}
              </a>
              , since {longDay(from)}
            </li>
          ))}
        </ul>
      )}
      {home.sees === 'near' && (
        <p class="quiet">
          Others: <Unseen />
        </p>
      )}
    </>
  )
}
