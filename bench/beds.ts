import { packAt } from '../src/platform/rule-pack.ts'
import { weighStay } from '../src/sleepovers/rules.ts'
import { bedThatFits, countedAlone } from './beds-exact.ts'
import { factsOf } from './beds-facts.ts'
import { type Home, randomHomes } from './beds-homes.ts'

/*
 * "Available" answers with no bed that fits: 20,000 made-up homes are asked about through the real rules, and each
 * answer is judged by an exact matching that shares nothing with them.
 */

const HOMES = 20_000
const SEED = 20_261_122

/** Yes, and nobody's agreement to share a bedroom is missing. */
function available(home: Home): boolean {
  const facts = factsOf(home)
  const { fits, findings, beds } = weighStay(facts, packAt('2026-11-22'))
  const other = findings.find(({ rule, level }) => level !== 'know' && rule !== '6' && rule !== '7')
  if (other) throw new Error(`The homes are about beds alone, but rule ${other.rule} says: ${other.says}`)
  const yes = fits && !findings.some(({ rule, level }) => rule === '7' && level === 'yes')
  if (yes && new Set(beds.values()).size < home.children.length)
    throw new Error('A yes without a bed for each')
  return yes
}

const found = { available: 0, fits: 0, availableWithNoBed: 0, refusedWithABed: 0 }
const counted = { available: 0, availableWithNoBed: 0, refusedWithABed: 0 }
const numbered = { available: 0, availableWithNoBed: 0 }
const start = performance.now()
for (const home of randomHomes(HOMES, SEED)) {
  const exact = bedThatFits(home)
  const said = available(home)
  const simple = countedAlone(home)
  found.fits += Number(exact)
  found.available += Number(said)
  found.availableWithNoBed += Number(said && !exact)
  found.refusedWithABed += Number(!said && exact)
  counted.available += Number(simple.both)
  counted.availableWithNoBed += Number(simple.both && !exact)
  counted.refusedWithABed += Number(!simple.both && exact)
  numbered.available += Number(simple.number)
  numbered.availableWithNoBed += Number(simple.number && !exact)
}
console.log(
  JSON.stringify({
    homes: HOMES,
    seed: SEED,
    withABedForEach: found.fits,
    constellation: {
      available: found.available,
      availableWithNoBed: found.availableWithNoBed,
      goal: 0,
      refusedWithABed: found.refusedWithABed,
    },
    eachNeedOnItsOwn: counted,
    numberOfBedsAlone: numbered,
    seconds: Number(((performance.now() - start) / 1000).toFixed(1)),
  }),
)
if (found.availableWithNoBed > 0) process.exitCode = 1
