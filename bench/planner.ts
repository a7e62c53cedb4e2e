import { mkdir, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { root } from '../src/platform/root.ts'
import { apart } from './planner/apart.ts'
import { chosenBy } from './planner/chosen.ts'
import { type Class, clockOf } from './planner/classes.ts'
import { doJob } from './planner/do-job.ts'
import { isThere, shared } from './planner/instances.ts'
import { gapOf, type Job, type Run } from './planner/job.ts'
import { sideTable } from './planner/side-table.ts'
import { classTable, instanceTable } from './planner/tables.ts'
import { busy, sayRun } from './planner/words.ts'

/*
 * How good the planner's plans are, how well they are proven and how long that takes, against the goals; and against the
 * whole program in HiGHS alone and a local search alone. Each run is a process of its own: this program, given --job.
 */

const folder = join(root, '.cache/bench')
const say = (line: string) => process.stderr.write(`${line}\n`)

if (process.argv[2] === '--job') {
  // Where the bench is ended, so is the run.
  process.once('disconnect', () => process.exit(1))
  const done = await doJob(JSON.parse(process.argv[3] ?? '') as Job)
  process.send?.(done, () => process.exit(0))
} else await measure(process.argv[1] ?? '')

async function measure(program: string): Promise<void> {
  const seeds = numberOf('SEEDS', 5)
  const effort = numberOf('EFFORT', 1)
  const chosen = chosenBy(process.env.ONLY)
  if (!shared) say('There is no ../shared/data: only what is made here is measured')

  const measured: { of: Class; runs: Run[] }[] = []
  const side: Run[] = []
  const once = async (job: Job, into: Run[]) => {
    const run = await apart(program, job)
    into.push(run)
    say(sayRun(run, gapOf(run)))
  }
  const here = (instances: readonly string[]) =>
    instances.filter((name) => {
      if (!isThere(name)) say(`  ${name} is not beside the project: skipped`)
      return isThere(name)
    })

  for (const { of, instances } of chosen.classes) {
    say(`${of.title}, ${of.seconds} s each`)
    const runs: Run[] = []
    measured.push({ of, runs })
    for (const instance of here(instances))
      for (let seed = 1; seed <= seeds; seed++)
        await once({ instance, way: 'planner', seed, seconds: of.seconds, effort }, runs)
    await write()
  }
  if (chosen.side.length > 0) say('Side by side, in turns')
  for (const instance of here(chosen.side))
    for (let seed = 1; seed <= seeds; seed++)
      for (const way of ['planner', 'program', 'search'] as const)
        await once({ instance, way, seed, seconds: clockOf(instance), effort }, side)
  process.stdout.write(await write())
  const refused = [...measured.flatMap(({ runs }) => runs), ...side].filter((run) => run.refused.length > 0)
  for (const { instance, seed, way, refused: says } of refused)
    say(`The checker refuses ${instance}, seed ${seed}, ${way}: ${says.join(' ')}`)
  if (refused.length > 0) process.exitCode = 1

  /** Writes what is measured so far, so that a bench that is ended has its figures too. */
  async function write(): Promise<string> {
    const runs = measured.flatMap((one) => one.runs)
    const under = `${seeds === 1 ? 'One seed' : `Medians of ${seeds} seeds`}, effort ${effort}, ${availableParallelism()} cores, Node ${process.versions.node}.`
    const parts = [under, ...busy([...runs, ...side])]
    if (runs.length > 0) parts.push(classTable(measured), instanceTable(runs))
    if (side.length > 0) parts.push(sideTable(side))
    const text = `${parts.join('\n\n')}\n`
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'planner.md'), text)
    await writeFile(join(folder, 'planner.json'), JSON.stringify([...runs, ...side]))
    return text
  }
}

/** A whole number from the environment, at least 1. */
function numberOf(name: string, usual: number): number {
  const value = process.env[name] === undefined ? usual : Number(process.env[name])
  if (!(value > 0)) throw new Error(`${name}: write a number above 0`)
  return value
}
