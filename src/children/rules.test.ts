import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, dayOf, timeOf } from '../values/london.ts'
import {
  ageInWords,
  basisFits,
  type ConsentFact,
  consentOn,
  type Medicine,
  nextDoses,
  pair,
  penOn,
  SOON,
} from './rules.ts'
import { timesIn } from './times.ts'

const TODAY = '2026-11-22'
const fact = (from: Day, until: Day | null, more: Partial<ConsentFact> = {}): ConsentFact => ({
  from,
  until,
  decision: 'agreed',
  withdrawn: false,
  superseded: false,
  ...more,
})
const meets = (f: ConsentFact, g: ConsentFact) =>
  !g.superseded && f.from < (g.until ?? '9999') && g.from < (f.until ?? '9999')
const stateOn = (facts: ConsentFact[], day: Day = TODAY) => consentOn(facts, day).state

describe('consent on a day', () => {
  it('is not asked where nothing was recorded, or only for later', () => {
    expect(consentOn([], TODAY)).toEqual({ state: 'not_asked', fact: null })
    expect(stateOn([fact('2026-11-23', null)])).toBe('not_asked')
  })

  it('is agreed from its first day to the day before its end, and says four weeks ahead that it runs out', () => {
    const agreed = fact('2026-01-01', '2027-01-01')
    expect(stateOn([agreed], '2026-01-01')).toBe('agreed')
    expect(stateOn([agreed], '2026-12-03')).toBe('agreed')
    expect(stateOn([agreed], '2026-12-04')).toBe('runs_out_soon')
    expect(stateOn([agreed], '2026-12-31')).toBe('runs_out_soon')
    expect(stateOn([agreed], '2027-01-01')).toBe('run_out')
    expect(stateOn([fact('2026-01-01', null)])).toBe('agreed')
  })

  it('does not run out while a yes follows on without a gap, and does where a refusal follows', () => {
    const first = fact('2026-01-01', '2026-12-01')
    expect(stateOn([first, fact('2026-12-01', null)])).toBe('agreed')
    expect(stateOn([first, fact('2026-12-01', '2026-12-15')])).toBe('runs_out_soon')
    expect(stateOn([first, fact('2026-12-01', '2026-12-10'), fact('2026-12-10', null)])).toBe('agreed')
    expect(stateOn([first, fact('2026-12-02', null)])).toBe('runs_out_soon')
    expect(stateOn([first, fact('2026-12-01', null, { decision: 'refused' })])).toBe('runs_out_soon')
    expect(stateOn([first, fact('2026-12-01', null, { superseded: true })])).toBe('runs_out_soon')
  })

  it('is what was decided: refused, or to be asked each time', () => {
    expect(stateOn([fact('2026-01-01', '2026-11-30', { decision: 'refused' })])).toBe('refused')
    expect(stateOn([fact('2026-01-01', '2026-11-30', { decision: 'ask_each_time' })])).toBe('ask_each_time')
  })

  it('is withdrawn after a withdrawal, though it once ran on', () => {
    const cut = fact('2026-01-01', '2026-11-20', { withdrawn: true })
    expect(stateOn([cut])).toBe('withdrawn')
    expect(stateOn([cut], '2026-11-19')).toBe('runs_out_soon')
  })

  it('is withdrawn where it was taken back before it had held a day', () => {
    const never = fact('2026-11-22', null, { withdrawn: true, superseded: true })
    expect(stateOn([never])).toBe('withdrawn')
    expect(stateOn([never], '2026-11-21')).toBe('not_asked')
    expect(stateOn([fact('2026-10-01', '2026-11-22'), never])).toBe('withdrawn')
  })

  it('is agreed again once given again, and then runs out in its own right', () => {
    const cut = fact('2026-01-01', '2026-11-10', { withdrawn: true })
    const again = fact('2026-11-15', '2026-11-21')
    expect(stateOn([cut, again], '2026-11-12')).toBe('withdrawn')
    expect(stateOn([cut, again], '2026-11-15')).toBe('runs_out_soon')
    expect(consentOn([cut, again], TODAY)).toEqual({ state: 'run_out', fact: again })
    expect(consentOn([again, cut], TODAY)).toEqual({ state: 'run_out', fact: again })
  })

  it('is not asked after a refusal has ended, and ignores what is no longer believed', () => {
    expect(consentOn([fact('2026-01-01', '2026-02-01', { decision: 'refused' })], TODAY).fact).toBeNull()
    expect(stateOn([fact('2026-01-01', null, { superseded: true })])).toBe('not_asked')
  })

  it('never counts as agreed on a day outside every agreement', () => {
    const days = fc.integer({ min: 0, max: 400 }).map((n) => addDays('2026-01-01', n))
    const any = fc
      .tuple(days, days, fc.boolean(), fc.boolean())
      .filter(([a, b]) => a !== b)
      .map(([a, b, withdrawn, superseded]) =>
        fact(a < b ? a : b, a < b ? b : a, { withdrawn, superseded: withdrawn && superseded }),
      )
    fc.assert(
      fc.property(fc.array(any, { maxLength: 5 }), days, (drawn, day) => {
        // The database keeps the answers that are believed from overlapping.
        const facts = drawn.filter((f, i) => f.superseded || !drawn.slice(0, i).some((g) => meets(f, g)))
        const yes = ['agreed', 'runs_out_soon'].includes(stateOn(facts, day))
        const covered = facts.some((f) => !f.superseded && f.from <= day && (f.until ?? '9999') > day)
        expect(yes).toBe(covered)
        expect(stateOn([...facts].reverse(), day)).toBe(stateOn(facts, day))
      }),
    )
  })
})

describe('who may agree', () => {
  it('is whoever holds parental responsibility, for a child who is not looked after', () => {
    for (const status of ['SGO', 'adopted']) {
      expect(basisFits(status, 'parental_responsibility')).toBe(true)
      expect(basisFits(status, 'spoken')).toBe(false)
      expect(basisFits(status, 'delegated_authority')).toBe(false)
      expect(basisFits(status, 'responsible_authority')).toBe(false)
    }
    expect(basisFits('C2', 'delegated_authority')).toBe(true)
    expect(basisFits(null, 'delegated_authority')).toBe(true)
  })
})

const medicine = (times: string, more: Partial<Medicine> = {}): Medicine => ({
  name: 'Melatonin',
  dose: '2 mg',
  times,
  how: null,
  asNeeded: false,
  ...more,
})
const next = (times: string, now: string) => nextDoses([medicine(times)], new Date(now))[0]

describe('the next dose', () => {
  it('is later today, or the first of tomorrow', () => {
    expect(next('08:00, 20:00', '2026-11-22T02:07:00Z')?.at).toEqual(new Date('2026-11-22T08:00:00Z'))
    expect(next('08:00, 20:00', '2026-11-22T12:00:00Z')?.at).toEqual(new Date('2026-11-22T20:00:00Z'))
    expect(next('20:00, 08:00', '2026-11-22T21:00:00Z')?.at).toEqual(new Date('2026-11-23T08:00:00Z'))
  })

  it('is still due in the minute of its time, and gone in the next', () => {
    expect(next('08:00', '2026-11-22T08:00:59Z')?.at).toEqual(new Date('2026-11-22T08:00:00Z'))
    expect(next('08:00', '2026-11-22T08:01:00Z')?.at).toEqual(new Date('2026-11-23T08:00:00Z'))
  })

  it('follows the London clock in summer and when it changes', () => {
    expect(next('08:00', '2026-07-01T06:00:00Z')?.at).toEqual(new Date('2026-07-01T07:00:00Z'))
    expect(next('08:00', '2026-10-24T20:00:00Z')?.at).toEqual(new Date('2026-10-25T08:00:00Z'))
  })

  it('says nothing of times it cannot read whole', () => {
    expect(next('morning and 20:00', '2026-11-22T12:00:00Z')).toMatchObject({ at: null, unread: true })
    expect(next('', '2026-11-22T12:00:00Z')).toMatchObject({ at: null, unread: true })
  })

  it('comes soonest first, unread last, and leaves out what is given as needed', () => {
    const list = [
      medicine('bedtime', { name: 'A' }),
      medicine('20:00', { name: 'B' }),
      medicine('13:00', { name: 'C' }),
      medicine('', { name: 'D', asNeeded: true }),
      medicine('lunch', { name: 'E' }),
    ]
    const names = nextDoses(list, new Date('2026-11-22T12:00:00Z')).map((dose) => dose.medicine.name)
    expect(names).toEqual(['C', 'B', 'A', 'E'])
  })

  it('is always one of the times, now or within a day and an hour', () => {
    const clock = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`)
    const moments = fc
      .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) })
      // The hour the clocks skip shows no time of its own.
      .filter((at) => !['2026-03-28', '2026-03-29'].includes(dayOf(new Date(at))))
    fc.assert(
      fc.property(fc.array(clock, { minLength: 1, maxLength: 4 }), moments, (times, at) => {
        const due = next(times.join(', '), new Date(at).toISOString())?.at
        expect(times).toContain(due && timeOf(due))
        expect(due?.getTime()).toBeGreaterThan(at - 60_000)
        expect(due?.getTime()).toBeLessThanOrEqual(at + 25 * 3_600_000)
      }),
    )
  })
})

describe('times in words', () => {
  it('reads the ways people write a time', () => {
    expect(timesIn('08:00, 20:00')).toEqual(['08:00', '20:00'])
    expect(timesIn('8pm and 8.30am; midday & midnight')).toEqual(['00:00', '08:30', '12:00', '20:00'])
    expect(timesIn('12am\n12pm, 12:00')).toEqual(['00:00', '12:00'])
  })

  it('does not take a number, or a time no clock shows, for a time', () => {
    for (const words of ['2', '2 tablets', '25:00', '24:00', '8:60', '13pm', '0am', 'with food', ' , ']) {
      expect(timesIn(words)).toBeNull()
    }
  })
})

describe('an adrenaline pen', () => {
  it('may be used on the day it expires and not after, with four weeks of warning', () => {
    expect(penOn(TODAY, TODAY)).toBe('runs_out_soon')
    expect(penOn('2026-11-21', TODAY)).toBe('expired')
    expect(penOn(addDays(TODAY, SOON), TODAY)).toBe('runs_out_soon')
    expect(penOn(addDays(TODAY, SOON + 1), TODAY)).toBe('in_date')
    expect(penOn(null, TODAY)).toBe('not_known')
  })
})

describe('age and pairs', () => {
  it('says years, and months for the very young', () => {
    expect(ageInWords('2017-11-22', TODAY)).toBe('9 years')
    expect(ageInWords('2024-11-22', TODAY)).toBe('2 years')
    expect(ageInWords('2024-11-23', TODAY)).toBe('23 months')
    expect(ageInWords('2026-10-22', TODAY)).toBe('1 month')
    expect(ageInWords('2026-10-23', TODAY)).toBe('under 1 month')
    expect(ageInWords(TODAY, TODAY)).toBe('under 1 month')
    expect(ageInWords('2026-11-23', TODAY)).toBe('not born yet')
  })

  it('keeps a pair in one order, whichever way and in whichever case it is told', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (a, b) => {
        expect(pair(a, b)).toEqual(pair(b.toUpperCase(), a))
        expect(pair(a, b)).toEqual([a, b].sort())
      }),
    )
  })
})
