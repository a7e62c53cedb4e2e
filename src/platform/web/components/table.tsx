import type { Child } from 'hono/jsx'
import { classList } from './class-list.ts'
import type { Size } from './label.tsx'

/** A cell with more to say than its words; `numeric` lines numbers up on the right. */
export type Cell = {
  text: Child
  format?: 'numeric' | undefined
  colspan?: number | undefined
  rowspan?: number | undefined
  classes?: string | undefined
}

export type TableProps = {
  caption?: string | undefined
  captionSize?: Size | undefined
  captionClasses?: string | undefined
  head?: (Child | Cell)[] | undefined
  rows: (Child | Cell)[][]
  /** The first cell of each row names the row. */
  rowHeaders?: boolean | undefined
  /** A wide table scrolls in a box of its own, so the page never does; needs a caption to name the box. */
  scroll?: boolean | undefined
  classes?: string | undefined
}

/** Facts in rows and columns. */
export function Table(props: TableProps) {
  const { caption, captionSize, captionClasses, head, rows, rowHeaders, scroll, classes } = props
  const table = (
    <table class={classList('govuk-table', classes)}>
      {caption && (
        <caption
          class={classList(
            'govuk-table__caption',
            captionSize && `govuk-table__caption--${captionSize}`,
            captionClasses,
          )}
        >
          {caption}
        </caption>
      )}
      {head && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">{head.map((cell) => Head(full(cell)))}</tr>
        </thead>
      )}
      <tbody class="govuk-table__body">
        {rows.map((row) => (
          <tr class="govuk-table__row">
            {row.map((cell, index) => Body(full(cell), rowHeaders === true && index === 0))}
          </tr>
        ))}
      </tbody>
    </table>
  )
  if (!scroll) return table
  return (
    <section class="table-scroll" aria-label={caption} tabindex={0}>
      {table}
    </section>
  )
}

function full(cell: Child | Cell): Cell {
  return typeof cell === 'object' && cell !== null && 'text' in cell ? cell : { text: cell }
}

function Head({ text, format, colspan, rowspan, classes }: Cell) {
  return (
    <th
      scope="col"
      class={classList('govuk-table__header', format && `govuk-table__header--${format}`, classes)}
      colspan={colspan}
      rowspan={rowspan}
    >
      {text}
    </th>
  )
}

function Body({ text, format, colspan, rowspan, classes }: Cell, header: boolean) {
  return header ? (
    <th scope="row" class={classList('govuk-table__header', classes)} colspan={colspan} rowspan={rowspan}>
      {text}
    </th>
  ) : (
    <td
      class={classList('govuk-table__cell', format && `govuk-table__cell--${format}`, classes)}
      colspan={colspan}
      rowspan={rowspan}
    >
      {text}
    </td>
  )
}
