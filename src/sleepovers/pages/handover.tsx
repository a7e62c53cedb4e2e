import { Button } from '../../platform/web/components/button.tsx'
import { Checkboxes } from '../../platform/web/components/checkboxes.tsx'
import type { StayShown } from '../store-lists.ts'

type Props = { stay: StayShown; path: string; mayPack: boolean; mayReceive: boolean }

/** What goes with the children: the home ticks what it packed, the host what came. */
export function Handover({ stay, path, mayPack, mayReceive }: Props) {
  if (stay.items.length === 0 || stay.status === 'declined' || stay.status === 'cancelled') return null
  const step = mayReceive && !mayPack ? 'received' : 'packed'
  const open = stay.items.filter((item) => (step === 'packed' ? !item.packedAt : !item.receivedAt))
  const ticks = (mayPack || mayReceive) && open.length > 0
  const settled = ticks ? stay.items.filter((item) => !open.includes(item)) : stay.items
  const nameOf = (child: string) => stay.children.find((one) => one.child === child)?.name ?? ''
  return (
    <section id="handover">
      <h2>Handover list</h2>
      {settled.length > 0 && (
        <ul>
          {settled.map((item) => (
            <li>
              {nameOf(item.child)}: {item.says} ({stateOf(item)})
            </li>
          ))}
        </ul>
      )}
      {ticks && (
        <form method="post" action={`${path}/${step === 'packed' ? 'pack' : 'receive'}`}>
          <Checkboxes
            name="items"
            small
            legend={step === 'packed' ? 'Tick what you have packed' : 'Tick what has come'}
            legendSize="s"
            items={open.map((item) => ({ value: item.id, text: `${nameOf(item.child)}: ${item.says}` }))}
          />
          <Button kind="secondary">Save</Button>
        </form>
      )}
    </section>
  )
}

const stateOf = ({ packedAt, receivedAt }: StayShown['items'][number]): string =>
  receivedAt ? 'it has come' : packedAt ? 'packed' : 'not packed yet'
