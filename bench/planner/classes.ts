import {
  allProven,
  type Check,
  foundWithin,
  gapBy,
  gapWithin,
  inTime,
  memoryWithin,
  provenIn,
  within,
} from './goals.ts'

export interface Class {
  /** As `ONLY=` names it. */
  readonly key: string
  readonly title: string
  readonly instances: readonly string[]
  /** The clock ends each run after so many. */
  readonly seconds: number
  /** In words, and as checks that must all hold; null: measured without a goal. */
  readonly goal: { readonly says: string; readonly checks: readonly Check[] } | null
}

const numbered = (name: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${name}${String(at + 1).padStart(2, '0')}`)

/** What is measured, in the order of the goals. */
export const CLASSES: readonly Class[] = [
  {
    key: 'cpmp',
    title: 'cpmp01-10',
    instances: numbered('cpmp', 10),
    seconds: 60,
    goal: {
      says: 'all proven optimal, median at most 5 s, worst 60 s',
      checks: [allProven, within(5, 60)],
    },
  },
  {
    key: 'sjc',
    title: 'SJC1, SJC3a',
    instances: ['SJC1', 'SJC3a'],
    seconds: 10,
    goal: { says: 'proven in 10 s', checks: [provenIn(10)] },
  },
  {
    key: 'sjc4',
    title: 'SJC4a',
    instances: ['SJC4a'],
    seconds: 60,
    goal: { says: 'proven in 60 s', checks: [provenIn(60)] },
  },
  {
    key: 'hundreds',
    title: 'u724_075, lin318_040',
    instances: ['u724_075', 'lin318_040'],
    seconds: 30,
    goal: {
      says: 'at most 0.1% above best known; gap at most 0.5% (lin 2%); 30 s',
      checks: [foundWithin(0.001), gapWithin(0.005, { lin: 0.02 }), inTime(30)],
    },
  },
  {
    key: 'thousands',
    title: 'rl1304_200, pr2392_300',
    instances: ['rl1304_200', 'pr2392_300'],
    seconds: 60,
    goal: {
      says: 'at most 0.05% above best known; gap at most 0.5%; 60 s',
      checks: [foundWithin(0.0005), gapWithin(0.005), inTime(60)],
    },
  },
  {
    key: 'p3038',
    title: 'p3038_700',
    instances: ['p3038_700'],
    seconds: 120,
    goal: {
      says: 'at most 0.05% above best known; gap at most 0.8%; 120 s',
      checks: [foundWithin(0.0005), gapWithin(0.008), inTime(120)],
    },
  },
  {
    key: 'beside',
    title: 'lin318_070, u724_030',
    instances: ['lin318_070', 'u724_030'],
    seconds: 30,
    goal: null,
  },
  { key: 'fnl4461', title: 'fnl4461_0250', instances: ['fnl4461_0250'], seconds: 120, goal: null },
  {
    key: 'small',
    title: 'councils, 50 and 100 homes',
    instances: [
      ...['council50_1', 'council100_1', 'council100_2'],
      ...['made50_1', 'made50_2', 'made100_1', 'made100_2'],
    ],
    seconds: 5,
    goal: { says: 'proven in 5 s', checks: [provenIn(5)] },
  },
  {
    key: 'councils',
    title: 'councils, 200 and 400 homes',
    instances: [
      ...['council200_1', 'council200_2', 'council400_1', 'council400_2'],
      ...['made200_1', 'made400_1'],
    ],
    seconds: 60,
    goal: { says: 'proven in 60 s; gap at most 1% at 10 s', checks: [provenIn(60), gapBy(0.01, 10)] },
  },
  {
    key: 'thousand',
    title: '1,000 homes, one agency',
    instances: ['made1000_1'],
    seconds: 120,
    goal: {
      says: 'gap at most 1% at 30 s, 0.5% at 120 s',
      checks: [gapBy(0.01, 30), gapWithin(0.005), inTime(120)],
    },
  },
  {
    key: 'registers',
    title: 'registers, 60 and 210 homes',
    instances: ['register-sixty', 'register-portsmouth'],
    seconds: 60,
    goal: { says: 'proven', checks: [provenIn(60)] },
  },
  {
    key: 'agencies',
    title: '465 agencies, 40,000 homes',
    instances: ['made40000_465'],
    seconds: 600,
    goal: { says: 'gap at most 0.3% summed, 10 min', checks: [gapWithin(0.003), inTime(600)] },
  },
  {
    key: 'country',
    title: '40,000 homes without borders',
    instances: ['made40000_1'],
    seconds: 300,
    goal: {
      says: 'gap at most 1.3%, 5 min, at most 1 GB',
      checks: [gapWithin(0.013), inTime(300), memoryWithin(1000)],
    },
  },
]

/** Measured side by side with the whole program in HiGHS and a local search, each with the clock of its class. */
export const SIDE_BY_SIDE = ['cpmp01', 'SJC1', 'council100_1', 'council200_1', 'u724_075']

/** The clock of the class an instance is in. */
export function clockOf(instance: string): number {
  const found = CLASSES.find(({ instances }) => instances.includes(instance))
  if (!found) throw new Error(`${instance} is in no class`)
  return found.seconds
}
