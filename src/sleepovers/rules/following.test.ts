import { describe, expect, test } from 'vitest'
import type { Finding } from '../facts.ts'
import { becomesOf } from './following.ts'

const finding = (key: string, level: Finding['level'] = 'yes'): Finding => ({
  rule: key.split(':')[0] as Finding['rule'],
  key,
  level,
  says: key,
  evidence: key,
  source: key,
  overriddenBy: [],
  children: [],
})

const TODAY = '2026-11-27'
const of = (status: 'requested' | 'accepted' | 'arrived', findings: Finding[], more: object = {}) => {
  const { what, because } = becomesOf({
    status,
    held: false,
    begun: false,
    findings,
    given: [],
    before: [],
    today: TODAY,
    ...more,
  })
  return [what, ...because.map(({ key }) => key)]
}

describe('an agreed stay', () => {
  test('is left alone where nothing speaks against it, and by what is good to know', () => {
    expect(of('accepted', [])).toEqual(['nothing'])
    expect(of('accepted', [finding('12:card:ash', 'know')])).toEqual(['nothing'])
  })

  test('is cancelled by a refusal, a withdrawal, missing parental agreement and another home', () => {
    expect(of('accepted', [finding('10:ash', 'stop')])).toEqual(['cancel', '10:ash'])
    expect(of('accepted', [finding('10:ash:2026-11-27')])).toEqual(['cancel', '10:ash:2026-11-27'])
    expect(of('accepted', [finding('25:ash', 'stop')])).toEqual(['cancel', '25:ash'])
    expect(of('accepted', [finding('13:home:ash', 'stop')])).toEqual(['cancel', '13:home:ash'])
  })

  test('is cancelled because of that alone, whatever else is found', () => {
    expect(of('accepted', [finding('3', 'stop'), finding('10:ash:2026-11-27')])).toEqual([
      'cancel',
      '10:ash:2026-11-27',
    ])
  })

  test('waits again where consent ran out, an approval lapsed, a court ordered, or a yes is missing', () => {
    expect(of('accepted', [finding('10:ash')])).toEqual(['hold', '10:ash'])
    expect(of('accepted', [finding('3', 'stop')])).toEqual(['hold', '3'])
    expect(of('accepted', [finding('8:order', 'stop'), finding('11:dbs')])).toEqual([
      'hold',
      '8:order',
      '11:dbs',
    ])
  })

  test('waits even where the same was found before: it had everything it needed when it was agreed', () => {
    expect(of('accepted', [finding('11:dbs')], { before: [finding('11:dbs')] })).toEqual(['hold', '11:dbs'])
  })

  test('keeps a yes that still holds, and not one whose last day has passed', () => {
    const given = (expiresOn: string) => ({ given: [{ finding: '11:dbs', expiresOn }] })
    expect(of('accepted', [finding('11:dbs')], given(TODAY))).toEqual(['nothing'])
    expect(of('accepted', [finding('11:dbs')], given('2026-11-26'))).toEqual(['hold', '11:dbs'])
  })

  test('is not cancelled by itself once its time has come: the children may be there', () => {
    expect(of('accepted', [finding('10:ash:2026-11-27')], { begun: true })).toEqual([
      'hold',
      '10:ash:2026-11-27',
    ])
    expect(of('accepted', [], { begun: true })).toEqual(['nothing'])
  })

  test('stays agreed whatever is settled for the hub’s rest since; a request asks for that yes', () => {
    expect(of('accepted', [finding('19:row')])).toEqual(['nothing'])
    expect(of('arrived', [finding('19:row')])).toEqual(['nothing'])
    expect(of('requested', [finding('19:row')])).toEqual(['ask', '19:row'])
  })

  test('a condition of a consent cancels nothing', () => {
    expect(of('accepted', [finding('10:condition:ash', 'know')])).toEqual(['nothing'])
  })
})

describe('a request', () => {
  test('asks for a yes that is new, and only once', () => {
    expect(of('requested', [finding('11:dbs')])).toEqual(['ask', '11:dbs'])
    expect(of('requested', [finding('11:dbs')], { before: [finding('11:dbs')] })).toEqual(['nothing'])
  })

  test('waits for its answer though something stops it now, and is cancelled by what cancels', () => {
    expect(of('requested', [finding('3', 'stop')])).toEqual(['nothing'])
    expect(
      of('requested', [finding('10:ash:2026-11-27')], { before: [finding('10:ash:2026-11-27')] }),
    ).toEqual(['cancel', '10:ash:2026-11-27'])
  })

  test('that was agreed and on hold is on again once nothing is against it', () => {
    expect(of('requested', [], { held: true })).toEqual(['resume'])
    expect(of('requested', [finding('27:pets:ash', 'know')], { held: true })).toEqual(['resume'])
    expect(of('requested', [])).toEqual(['nothing'])
    expect(of('requested', [finding('3', 'stop')], { held: true })).toEqual(['nothing'])
  })
})

describe('a stay that is going on', () => {
  test('is never cancelled: what is new is looked into', () => {
    expect(of('arrived', [finding('10:ash:2026-11-27'), finding('3', 'stop')])).toEqual([
      'look into',
      '3',
      '10:ash:2026-11-27',
    ])
  })

  test('what was known when it was last weighed is no news', () => {
    expect(of('arrived', [finding('3', 'stop')], { before: [finding('3', 'stop')] })).toEqual(['nothing'])
    expect(
      of('arrived', [finding('3', 'stop'), finding('5', 'stop')], { before: [finding('3', 'stop')] }),
    ).toEqual(['look into', '5'])
  })
})
