import { noteIncident } from '../../src/logs/note-incident.ts'
import { recordMedicine } from '../../src/logs/record-medicine.ts'
import { writeNightLog } from '../../src/logs/write-night-log.ts'
import { writeWord } from '../../src/logs/write-word.ts'
import { setHubRest } from '../../src/nights/set-hub-rest.ts'
import { liftLegalHold } from '../../src/retention/lift-legal-hold.ts'
import { placeLegalHold } from '../../src/retention/place-legal-hold.ts'
import { carerOf, child, hostOf, justNow, type Step, soon, toStay } from './step.ts'

const BEGUN = ['arrived', 'arrived', 'returned', 'continued', 'converted']

/** What is written down of a stay, what is settled for a home, and records that are held. */
export const recordSteps: Step[] = [
  toStay(BEGUN, writeNightLog, hostOf, (played, { children }, pick) => ({
    child: pick(children),
    night: soon(played, pick([0, -1, -2]) ?? 0),
    sleep: pick(['well', 'hardly']),
    says: 'Asked for the light to stay on',
  })),
  toStay(BEGUN, recordMedicine, hostOf, (played, { children }, pick) => ({
    child: pick(children),
    medicine: 'Cetirizine',
    ...justNow(played, pick([0, 1, 10]) ?? 0),
    outcome: pick(['given', 'refused']),
    byWhom: 'Their carer',
    note: 'With water',
    again: pick([true, false]),
  })),
  toStay(BEGUN, noteIncident, hostOf, (played, { children }, pick) => ({
    child: pick(children),
    ...justNow(played, pick([0, 2, 30]) ?? 0),
    kind: pick(['injury', 'missing']),
    says: 'A grazed knee',
    reportable: pick(['yes', 'no']),
  })),
  toStay(BEGUN, writeWord, carerOf, (_, { children }, pick) => ({
    child: pick(children),
    whose: pick(['child', 'home_carer']),
    felt: pick(['good', 'bad']),
    says: 'I liked the dog',
  })),
  (played, pick) => ({
    as: played.given.callers.liaisonWorker,
    action: setHubRest,
    input: {
      household: pick(played.hosts)?.household,
      from: soon(played, pick([0, 2]) ?? 0),
      nightsInRow: pick([null, 1, 3]),
      protectedDays: pick([[], [3], [5, 6]]),
      nightsPerHome: pick([null, 1, 6]),
    },
  }),
  (played, pick) => ({
    as: played.given.callers.teamManager,
    action: placeLegalHold,
    input: {
      about: 'child',
      record: child(played, pick),
      reason: 'An inquiry',
      orderedBy: 'A court',
      from: soon(played, pick([0, -3]) ?? 0),
    },
  }),
  (played, pick) => {
    const hold = pick(played.holds)
    const input = { hold, from: soon(played, 0), reason: 'It is over' }
    return hold ? { as: played.given.callers.teamManager, action: liftLegalHold, input } : null
  },
]
