import type { ServiceName } from './markers.ts'
import { idOf } from './world.ts'
import { registerOf } from './world-service.ts'

type Fields = Record<string, unknown>

const register = { ...registerOf('H-1'), links: undefined }

const BORDERS = JSON.stringify({
  type: 'Topology',
  objects: { councils: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', arcs: [[0]] }] } },
  arcs: [
    [
      [-1.2, 50.7],
      [-1, 50.7],
      [-1, 50.9],
      [-1.2, 50.7],
    ],
  ],
})

/**
 * What an action needs to be told in particular so that somebody can do it in the world of these tests; every other
 * answer is made up from its schema (`inputs.ts`).
 */
export function toldTo(action: string, service: ServiceName): Fields {
  const id = (name: string) => idOf(`${service} ${name}`)
  const told: Record<string, Fields> = {
    'give-role': { person: id('coach'), role: 'duty_worker' },
    'end-role': { person: id('coach'), role: 'coach' },
    'create-token': { person: id('programme_lead') },
    'end-tokens': { person: id('programme_lead') },
    'assign-supervisor': { person: id('supervising_social_worker') },
    'assign-child-worker': { person: id('child_social_worker') },
    'assign-liaison': { person: id('liaison_worker') },
    'end-carer': { person: id('mine carer') },
    'link-households': { other: id('free home'), kind: 'friendship' },
    'unlink-households': { other: id('peer home'), kind: 'friendship' },
    'link-siblings': { sibling: id('peer child') },
    'order-apart': { other: id('peer child'), person: undefined },
    'invite-household': {
      constellation: id('far ring'),
      household: id('free home'),
      part: 'satellite',
      buddy: undefined,
    },
    'launch-constellation': { constellation: id('far ring'), varianceReason: 'Small and near' },
    'close-constellation': { constellation: id('far ring') },
    'leave-constellation': { household: id('peer home') },
    'ask-for-day-care': { on: '2026-12-08', fromTime: '09:00', untilTime: '16:00' },
    'ask-for-series': { first: '2027-01-01', last: '2027-01-15', everyWeeks: 2, nights: 1 },
    'offer-swap': { night: '2027-01-09' },
    'answer-swap': { answer: 'no' },
    'cancel-series': { from: '2026-11-22' },
    'accept-sleepover': { stay: id('agreed stay') },
    'decline-sleepover': { stay: id('asked stay') },
    'ask-in-emergency': { children: [id('peer child')] },
    'answer-by-phone': { stay: id('urgent stay'), answer: 'yes', saidBy: id('hub carer') },
    'confirm-emergency': { stay: id('urgent stay') },
    'give-yes': { stay: id('asked stay'), finding: `27:pets:${id('mine child')}`, until: '2026-12-31' },
    'record-return': { stay: id('present stay'), on: '2026-11-22', at: '09:00' },
    'extend-sleepover': { stay: id('present stay'), until: '2026-11-23' },
    'shorten-sleepover': { until: '2026-11-28' },
    'move-sleepover': { host: id('peer home'), agreedBy: id('peer carer') },
    'record-no-show': { stay: id('missed stay') },
    'convert-sleepover': { stay: id('present stay'), on: '2026-11-22', at: '09:00' },
    'record-arrival': { stay: id('missed stay'), on: '2026-11-20', at: '18:00' },
    'write-night-log': { stay: id('present stay'), night: '2026-11-21' },
    'record-medicine': { stay: id('present stay'), on: '2026-11-22', at: '08:00', note: undefined },
    'note-incident': { stay: id('present stay'), on: '2026-11-22', at: '08:00' },
    'write-word': { stay: id('present stay'), says: 'Words' },
    'place-legal-hold': { about: 'household', record: id('mine home'), from: '2026-11-22' },
    'lift-legal-hold': { from: '2026-11-22' },
    'make-plan': {
      constellations: 1,
      satellitesLeast: '0',
      childrenLeast: '0',
      detour: '1.3',
      siblings: 'always',
    },
    'plan-again': { without: 'satellites' },
    'stop-plan': { plan: id('running plan') },
    'move-home': { to: id('far home') },
    'remove-plan': { plan: id('second plan') },
    'freeze-plan': { plan: id('spare plan') },
    'bring-borders': { borders: BORDERS },
    'run-plan': { plan: id('waiting plan') },
    'tell-progress': { plan: id('running plan'), stepsDone: 1, stepsAllowed: 2, bound: 5 },
    'finish-plan': { plan: id('running plan'), ended: 'person' },
    'give-up-plan': { plan: id('running plan') },
    'stage-register': register,
    'import-register': { upload: undefined, ...register, dryRun: undefined },
    'import-positions': { places: 'postcode,lat,long\nPO1 1AA,50.8,-1.1\n' },
  }
  return told[action] ?? {}
}
