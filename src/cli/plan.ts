import type { Command } from 'commander'
import type { Candidate } from '../plans/rules/candidates.ts'
import { percentInWords, qualityOf } from '../plans/rules/quality.ts'
import { count, list } from '../values/words.ts'
import { answerOf, type PlanAnswer, together } from './plan-answer.ts'
import type { Ground } from './plan-ground.ts'
import { groundOfInstance } from './plan-instance.ts'
import { type PlanOptions, runOptionsOf, whatIsPlanned } from './plan-options.ts'
import { groundOfRegister } from './plan-register.ts'
import { runGrounds } from './plan-run.ts'
import { print, tell } from './say.ts'

/** `plan`: forms constellations from a register's files or an instance, without a database. */
export function addPlan(program: Command): void {
  program
    .command('plan')
    .description('Form constellations from a register’s files, and say how near the best possible they are.')
    .helpGroup('Forming constellations:')
    .option('--register <folder>', 'holds households.csv, children.csv and links.csv')
    .option('--constellations <number>', 'how many: 5, or 4-6')
    .option('--positions <file>', 'a CSV of postcodes, sectors or outcodes with lat and lon')
    .option('--matrix <file>', 'a CSV from,to,metres (or km) of the journeys between homes')
    .option('--as-at <day>', 'the day the register stands for; today where it is not said')
    .option('--instance <file>', 'an instance of the literature, or a council-like one')
    .option('--format <kind>', 'what the instance is [cpmp, council]')
    .option('--distance <kind>', 'lengths as they are, or rounded down [exact, floor]')
    .option('--seed <number>', 'the same seed gives the same plan')
    .option('--effort <number>', 'how much work it may do; 1 is the usual')
    .option('--time <seconds>', 'end with the best plan so far after so long')
    .option('--json', 'print the plan as JSON')
    .action(plan)
}

async function plan(options: PlanOptions): Promise<void> {
  const run = runOptionsOf(options)
  const start = Date.now()
  const grounds = await groundsOf(options)
  for (const notice of grounds.flatMap(({ notices }) => notices)) tell(`Note: ${notice}`)
  const outcomes = await runGrounds(grounds, run)
  for (const { broken } of outcomes) {
    if (broken === null) continue
    process.exitCode = 1
    tell(`${broken} What follows is a draft: the best plan until then.`)
  }
  const answers = outcomes.map(answerOf)
  const answer = {
    ...together(answers),
    seconds: Math.round((Date.now() - start) / 10) / 100,
    seed: run.seed,
  }
  if (!options.json) return print(inWords(answer, grounds).join('\n'))
  const { possibleHubs, notices, more } = grounds[0] as Ground
  const told = possibleHubs ? { possibleHubs, notices } : {}
  const agencies = answers.map((one, at) => ({ agency: grounds[at]?.agency, ...figuresOf(one) }))
  print(
    JSON.stringify({
      ...answer,
      effort: run.work,
      ...more,
      ...told,
      ...(grounds.length > 1 ? { agencies } : {}),
    }),
  )
}

async function groundsOf(options: PlanOptions): Promise<Ground[]> {
  const { register = '', instance = '' } = options
  return whatIsPlanned(options) === 'register'
    ? [await groundOfRegister(register, options)]
    : groundOfInstance(instance, options)
}

const figuresOf = ({ objective, lowerBound, gap, proven, seconds, ended, checkedBound }: PlanAnswer) => ({
  objective,
  lowerBound,
  gap,
  proven,
  seconds,
  ended,
  checkedBound,
})

const ENDED: Record<PlanAnswer['ended'], string> = {
  proven: '',
  work: ' It ended when the work it may do was done: --effort 4 allows more.',
  clock: ' The clock ended it: with more time it may find a better one.',
  person: ' A person ended it: with more time it may find a better one.',
  broken: ' It broke off: with another run it may find a better one.',
}

function inWords(answer: PlanAnswer, grounds: readonly Ground[]): string[] {
  const { objective, checkedBound, lowerBound, journeys, siblings, unit } = answer
  const length = (value: number | null) => (value === null ? 'none' : `${value.toFixed(1)} ${unit}`)
  const lines = answer.constellations.map(
    ({ hub, satellites }) => `${hub} with ${count(satellites.length, 'satellite')}: ${satellites.join(', ')}`,
  )
  const about = (title: string, rows: string[]) =>
    rows.length > 0 ? ['', title, ...rows.map((row) => `  ${row}`)] : []
  return [
    `${count(answer.constellations.length, 'constellation')}, ${length(objective)} in all. ${howGood(answer)}${ENDED[answer.ended]}`,
    `At least ${length(lowerBound)} as the planner proved, ${length(checkedBound)} as sums alone show.`,
    `Journeys: mean ${length(journeys.mean)}, median ${length(journeys.median)}, longest ${length(journeys.longest)}${sayLong(journeys.over15km)}.`,
    ...(siblings.of > 0
      ? [`Brothers and sisters in different homes: together ${siblings.together} of ${siblings.of}.`]
      : []),
    ...about('Constellations:', lines),
    ...about(
      'Left out:',
      answer.leftOut.map(({ household, because }) => `${household}: ${because}`),
    ),
    ...about(
      'Wishes that are not met:',
      answer.unmetWishes.map(({ wish, because }) => `${wish}: ${because}`),
    ),
    ...grounds.flatMap(({ possibleHubs }) => (possibleHubs ? ['', sayHubs(possibleHubs)] : [])),
  ]
}

const sayLong = (share: number | null) =>
  share === null ? '' : `; longer than 15 km: ${percentInWords(share * 100)}`

function howGood({ objective, lowerBound, checkedBound, proven }: PlanAnswer): string {
  const { best, withinPercent } = qualityOf({
    cost: { total: objective },
    bound: lowerBound,
    checkedBound,
    proven,
    broken: false,
  })
  if (best) return 'No plan costs less.'
  return withinPercent === null
    ? 'How good it is, is not known.'
    : `Within ${percentInWords(withinPercent)} of the best possible.`
}

function sayHubs(candidates: readonly Candidate[]): string {
  const may = candidates.filter((one) => one.may).map(({ household }) => household)
  return `Possible hubs: ${may.length} of ${count(candidates.length, 'home')}: ${list(may)}. What stands against each other is in --json.`
}
