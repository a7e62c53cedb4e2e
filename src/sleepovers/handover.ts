const ALWAYS = ['Night clothes, toothbrush and a change of clothes', 'Something that comforts them at night']

/** What goes with a child, from their care card: first what keeps them safe. */
export function handoverItems(card: {
  allergies: readonly { what: string; pen?: boolean }[]
  medication: readonly { name: string }[]
}): string[] {
  return [
    ...card.allergies.filter(({ pen }) => pen).map(({ what }) => `Adrenaline pen (${what})`),
    ...card.medication.map(({ name }) => `${name}, in its box with the label, enough for the stay`),
    ...ALWAYS,
  ]
}
