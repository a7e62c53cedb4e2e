import { expect, test } from 'vitest'
import { pack } from '../../../tests/given/stay-facts.ts'
import type { Finding } from '../facts.ts'
import { allowedBy } from './spoken.ts'

const finding = (rule: Finding['rule'], level: Finding['level'] = 'yes'): Finding => ({
  rule,
  key: `${rule} ${level}`,
  level,
  says: '',
  evidence: '',
  source: '',
  overriddenBy: level === 'yes' ? pack.rules[rule].overriddenBy : [],
  children: [],
})

// Consent (10) and the terms of approval (4) are of level E; sharing a room (7) and checks (11) are not.
const all = ['4', '7', '10', '11'].map((rule) => finding(rule as Finding['rule']))
const keys = (findings: Finding[]) => findings.map(({ rule }) => rule)

test('each role allows by voice what is its own to allow, and only what is of level E', () => {
  expect(keys(allowedBy('child_social_worker', all, pack))).toEqual(['10'])
  expect(keys(allowedBy('duty_worker', all, pack))).toEqual(['10'])
  expect(keys(allowedBy('duty_manager', all, pack))).toEqual(['4', '10'])
})

test('what stops it, and what is good to know, nobody allows', () => {
  expect(allowedBy('duty_manager', [finding('10', 'stop'), finding('4', 'know')], pack)).toEqual([])
})
