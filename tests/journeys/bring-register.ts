import type { Visitor } from '../harness/visit.ts'

export type RegisterFiles = { households: string; children: string; links: string }

const LABELS = {
  households: 'Homes',
  children: 'Children',
  links: 'Friends, and who is kept apart (if you have it)',
}

/** Brings a register in as a programme lead does: choose the files, see what would change, say yes. */
export async function bringRegister(visitor: Visitor, files: RegisterFiles): Promise<void> {
  await visitor.go('/register/import')
  for (const [name, label] of Object.entries(LABELS)) {
    await visitor.page.getByLabel(label, { exact: true }).setInputFiles({
      name: `${name}.csv`,
      mimeType: 'text/csv',
      buffer: Buffer.from(files[name as keyof RegisterFiles]),
    })
  }
  await visitor.press('See what would change')
  if ((await visitor.errors()).length > 0) throw new Error((await visitor.text()).slice(0, 2000))
  await visitor.press('Import the register')
}

/** Chooses the nights in the strip by their dates. */
export async function chooseNights(visitor: Visitor, nights: readonly string[]): Promise<void> {
  for (const night of nights) await visitor.page.locator(`input[value="${night}"]`).check({ force: true })
}
