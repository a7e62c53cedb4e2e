import type { Child } from 'hono/jsx'

/** What the marks of a constellation's picture mean, drawn with the same styles as the picture. */
export function SkyKey() {
  return (
    <ul class="sky-key" aria-label="Key to the picture">
      <Mark words="A bed free tonight">
        <circle class="sky__home sky__home--free" cx="22" cy="12" r="6" />
      </Mark>
      <Mark words="No bed free tonight">
        <circle class="sky__home" cx="22" cy="12" r="7" />
      </Mark>
      <Mark words="Brothers and sisters">
        <path class="sky__siblings" d="M5 15Q22 8 39 12" />
      </Mark>
      <Mark words="Friends">
        <path class="sky__friends" d="M5 15Q22 8 39 12" />
      </Mark>
    </ul>
  )
}

function Mark({ words, children }: { words: string; children?: Child }) {
  return (
    <li>
      <svg viewBox="0 0 44 24" width="44" height="24" aria-hidden="true" focusable="false">
        {children}
      </svg>
      {words}
    </li>
  )
}
