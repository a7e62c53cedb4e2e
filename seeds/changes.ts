import type { CheckKind } from '../src/households/kinds.ts'
import type { ChildKey, HomeKey, PersonKey } from './county.ts'
import type { Offset, SeedCard } from './shape.ts'

/*
 * What has changed since the county's records were first written, so that there is a history to look back on. The
 * homes and children are written as they are now; here is how it was before, and when that changed.
 */

export const moves: readonly { on: Offset; child: ChildKey; to: HomeKey }[] = [
  { on: -70, child: 'theo', to: 'quayCottage' },
]

export const newStatuses: readonly { on: Offset; child: ChildKey; status: 'C2' }[] = [
  { on: -64, child: 'reuben', status: 'C2' },
]

export const newCards: readonly { on: Offset; child: ChildKey; by: PersonKey; before: SeedCard }[] = [
  {
    on: -34,
    child: 'finn',
    by: 'josie',
    before: { allergies: [{ what: 'Nut', severity: 'severe', pen: -20 }] },
  },
  {
    on: -52,
    child: 'kofi',
    by: 'patience',
    before: {
      medication: [
        { name: 'Melatonin', dose: '1 mg', times: '19:00', how: 'An hour before bed, on school nights' },
      ],
    },
  },
]

export const renewals: readonly { on: Offset; home: HomeKey; kind: CheckKind; before: Offset }[] = [
  { on: -36, home: 'larchCottage', kind: 'first_aid', before: -38 },
  { on: -18, home: 'highfield', kind: 'allergy_training', before: -11 },
]

export const withdrawals: readonly { on: Offset; child: ChildKey; reason: string }[] = [
  {
    on: -2,
    child: 'theo',
    reason: 'His father asked that he stays in one place until the hearing is over',
  },
]
