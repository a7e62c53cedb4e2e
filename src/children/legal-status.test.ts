import { describe, expect, it } from 'vitest'
import { isLookedAfter, isShortBreaks, legalStatuses, sayLegalStatus } from './legal-status.ts'

const all = ['C1', 'C2', 'D1', 'E1', 'V2', 'V3', 'V4', 'L1', 'L2', 'L3', 'J1', 'J2', 'J3', 'SGO', 'adopted']

describe('legal status', () => {
  it('has words for every code of the SSDA903 guide, and the two of children who are not looked after', () => {
    expect([...legalStatuses].sort()).toEqual([...all].sort())
    for (const code of all) expect(sayLegalStatus(code)).not.toBe(code)
    expect(sayLegalStatus('C2')).toBe('Full care order')
  })

  it('shows a code it does not know as it came, even one that names a part of every object', () => {
    expect(sayLegalStatus('Z9')).toBe('Z9')
    expect(sayLegalStatus('toString')).toBe('toString')
  })

  it('takes everyone for looked after but children under an SGO and adopted children', () => {
    expect(all.filter((code) => !isLookedAfter(code))).toEqual(['SGO', 'adopted'])
    expect(isLookedAfter('Z9')).toBe(true)
  })

  it('knows the two codes of short breaks', () => {
    expect(all.filter(isShortBreaks)).toEqual(['V3', 'V4'])
  })
})
