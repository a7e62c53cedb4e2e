import type { Child } from 'hono/jsx'
import { classList } from './class-list.ts'

export type SummaryAction = {
  text: Child
  href: string
  /** What the action is about, for people who hear the link alone: "Change" + "name". */
  hidden?: string | undefined
  classes?: string | undefined
}

export type SummaryRow = {
  key: Child
  value: Child
  actions?: SummaryAction[] | undefined
  classes?: string | undefined
}

export type SummaryListProps = {
  rows: SummaryRow[]
  /** Puts the list in a card with a heading, when there are several lists on a page. */
  card?:
    | {
        title?: Child
        headingLevel?: 1 | 2 | 3 | 4 | undefined
        actions?: SummaryAction[] | undefined
        classes?: string | undefined
      }
    | undefined
  classes?: string | undefined
}

/** Facts by name, each with what can be done about it; also "check your answers". */
export function SummaryList({ rows, card, classes }: SummaryListProps) {
  const anyActions = rows.some((row) => row.actions?.length)
  const list = (
    <dl class={classList('govuk-summary-list', classes)}>
      {rows.map(({ key, value, actions, ...row }) => {
        const none = anyActions && !actions?.length && 'govuk-summary-list__row--no-actions'
        return (
          <div class={classList('govuk-summary-list__row', none, row.classes)}>
            <dt class="govuk-summary-list__key">{key}</dt>
            <dd class="govuk-summary-list__value">{value}</dd>
            {actions?.length ? <RowActions actions={actions} about={card?.title} /> : null}
          </div>
        )
      })}
    </dl>
  )
  if (!card) return list
  const Heading = `h${card.headingLevel ?? 2}` as const
  return (
    <div class={classList('govuk-summary-card', card.classes)}>
      <div class="govuk-summary-card__title-wrapper">
        {card.title && <Heading class="govuk-summary-card__title">{card.title}</Heading>}
        {card.actions?.length ? <CardActions actions={card.actions} about={card.title} /> : null}
      </div>
      <div class="govuk-summary-card__content">{list}</div>
    </div>
  )
}

type Actions = { actions: SummaryAction[]; about: Child }

function RowActions({ actions, about }: Actions) {
  return (
    <dd class="govuk-summary-list__actions">
      {actions.length === 1 ? (
        actions.map((action) => <Action action={action} about={about} />)
      ) : (
        <ul class="govuk-summary-list__actions-list">
          {actions.map((action) => (
            <li class="govuk-summary-list__actions-list-item">
              <Action action={action} about={about} />
            </li>
          ))}
        </ul>
      )}
    </dd>
  )
}

function CardActions({ actions, about }: Actions) {
  if (actions.length === 1) {
    return (
      <div class="govuk-summary-card__actions">
        {actions.map((action) => (
          <Action action={action} about={about} />
        ))}
      </div>
    )
  }
  return (
    <ul class="govuk-summary-card__actions">
      {actions.map((action) => (
        <li class="govuk-summary-card__action">
          <Action action={action} about={about} />
        </li>
      ))}
    </ul>
  )
}

function Action({ action, about }: { action: SummaryAction; about: Child }) {
  return (
    <a class={classList('govuk-link', action.classes)} href={action.href}>
      {action.text}
      {(action.hidden || about) && (
        <span class="govuk-visually-hidden">
          {action.hidden && ` ${action.hidden}`}
          {about && <> ({about})</>}
        </span>
      )}
    </a>
  )
}
