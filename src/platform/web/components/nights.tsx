import type { Child } from 'hono/jsx'
import { ChoiceGroup, type ChoiceGroupProps } from './choice-group.tsx'
import { classList } from './class-list.ts'

export type NightState = 'free' | 'limited' | 'full'

export type Night = {
  /** The evening's date, as `2026-11-27`. */
  date: string
  /** The day of the week, short. */
  label: string
  day: number
  state: NightState
  /** How many beds, in words: the state is never told by colour alone. */
  words: string
  chosen?: boolean | undefined
}

export type NightStripProps = ChoiceGroupProps & {
  nights: readonly Night[]
  /**
   * With a name the nights can be chosen: radio buttons, or checkboxes when `several`. A full night can be chosen
   * too: the answer is what would work instead, and the need is kept.
   */
  name?: string | undefined
  several?: boolean | undefined
  /** What the list is, for people who hear it. */
  label?: string | undefined
}

/** A run of nights at one home, a cell each: day, date, beds. */
export function NightStrip({ nights, name, several, label, ...group }: NightStripProps) {
  if (!name) {
    return (
      <ul class="nights" aria-label={label ?? 'Nights'}>
        {nights.map((night, index) => (
          <li class={`night night--${night.state}${night.chosen ? ' night--chosen' : ''}`}>
            <span class="night__cell">
              <Words night={night} first={index === 0} />
              {night.chosen && <span class="govuk-visually-hidden">, chosen</span>}
            </span>
          </li>
        ))}
      </ul>
    )
  }
  return (
    <ChoiceGroup {...group} id={name} legend={group.legend ?? label ?? 'Nights'}>
      <div class="nights">
        {nights.map((night, index) => {
          const id = index ? `${name}-${index + 1}` : name
          return (
            <div class={classList('night', `night--${night.state}`)}>
              <input
                class="night__input"
                type={several ? 'checkbox' : 'radio'}
                id={id}
                name={name}
                value={night.date}
                checked={night.chosen}
              />
              <label class="night__cell" for={id}>
                <Words night={night} first={index === 0} />
              </label>
            </div>
          )
        })}
      </div>
    </ChoiceGroup>
  )
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

function Words({ night, first }: { night: Night; first: boolean }): Child {
  const month = months[Number(night.date.slice(5, 7)) - 1]
  return (
    <>
      <span>{night.label} </span>
      <span class="night__day">
        {night.day}
        {(night.day === 1 || first) && <span aria-hidden="true"> {month?.slice(0, 3)}</span>}
        <span class="govuk-visually-hidden"> {month}: </span>
      </span>
      <span>{night.words}</span>
    </>
  )
}
