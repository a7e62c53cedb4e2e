export type Duty = {
  /** As people read it: "01632 960 001". */
  number: string
  /** What the line is; defaults to the words for out of hours. */
  words?: string | undefined
}

/** The number to ring, on every page, for when the page is not enough. */
export function Footer({ duty }: { duty?: Duty | undefined }) {
  return (
    <footer class="footer">
      <div class="govuk-width-container">
        {duty && (
          <p>
            {duty.words ?? 'Need a person, day or night? Ring the duty line:'}{' '}
            <a class="footer__number" href={`tel:${duty.number.replace(/[^+\d]/g, '')}`}>
              {duty.number}
            </a>
          </p>
        )}
        <p class="small quiet">If a child is in immediate danger, ring 999.</p>
      </div>
    </footer>
  )
}
