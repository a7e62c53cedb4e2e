import { describe, expect, test } from 'vitest'
import { catalogue } from '../../src/catalogue.ts'
import { sources } from './source.ts'

/* A module reads like every other: a few names for what every module has, and a file for each thing people do. */

const FOLDERS: Record<string, string> = { people: 'access', 'your own things': 'home' }
const folderOf = (module: string) => FOLDERS[module] ?? module

/** What every module may have. */
const COMMON =
  /^(module|rules|rules-[a-z]+|rules\/[a-z-]+|store|store-[a-z-]+|bulk|lists|input|kinds|words|pages|pages\/[a-z-]+|planner\/[a-z-]+)$/

/** What a module has besides, by the noun it is about. A new one is added here on purpose. */
const NOUNS: Record<string, string[]> = {
  access: [
    'demo',
    'people-pages',
    'policy',
    'roles',
    'secrets',
    'services',
    'session',
    'sign-in-code',
    'sign-in-page',
    'tokens',
  ],
  households: ['as-at', 'history-words', 'household-record', 'position', 'sees'],
  children: [
    'card-at-hand',
    'care-card',
    'child-history',
    'child-record',
    'consents',
    'history-words',
    'legal-status',
    'photo-kind',
    'say',
    'ties',
    'times',
  ],
  constellations: ['direction', 'invite', 'sky', 'sky-layout', 'stars', 'the-constellation'],
  sleepovers: [
    'agree',
    'alternatives',
    'arrival',
    'emergency',
    'emergency-homes',
    'facts',
    'follow-facts',
    'handover',
    'legs',
    'look-into',
    'moves',
    'nights',
    'reclaim',
    'request',
    'weigh',
    'whom-to-ring',
    'yeses',
  ],
  logs: ['moment'],
  series: ['exchange'],
  home: ['navigation'],
  plans: [
    'borders',
    'borders-around',
    'by-hand',
    'choices',
    'council-homes',
    'freezing',
    'instance',
    'keep',
    'lists-run',
    'lost',
    'places',
    'plan-home',
    'plan-map',
    'plan-map-key',
    'plan-map-labels',
    'plan-map-layout',
    'plan-map-mark',
    'plan-map-shapes',
    'planner-worker',
    'read-council',
    'read-cpmp',
    'read-matrix',
    'register-facts',
    'run-planner',
    'still-running',
    'the-plan',
    'worker-words',
  ],
  register: [
    'batches',
    'bring',
    'bring-children',
    'bring-homes',
    'bring-links',
    'bring-positions',
    'known',
    'problems',
    'read-cells',
    'read-children',
    'read-csv',
    'read-households',
    'read-links',
    'read-positions',
    'read-register',
    'read-text',
    'references',
    'register',
    'upload-field',
    'work',
  ],
}

const filesOf = (folder: string): string[] =>
  sources()
    .filter(({ path }) => path.startsWith(`src/${folder}/`))
    .map(({ path }) => path.slice(`src/${folder}/`.length).replace(/\.tsx?$/, ''))

describe.each(catalogue.map((module) => [folderOf(module.name), module] as const))(
  '%s',
  (folder, { actions }) => {
    const files = filesOf(folder)

    test('has a file for each thing that people do, named after it', () => {
      expect(actions.map(({ name }) => name).filter((name) => !files.includes(name))).toEqual([])
    })

    test('has no other file than a module has', () => {
      const named = actions.map(({ name }) => name)
      const others = files.filter((file) => !COMMON.test(file) && !named.includes(file))
      expect(others.sort()).toEqual(NOUNS[folder] ?? [])
    })
  },
)

test('names are in kebab case', () => {
  expect(
    sources()
      .filter(({ path }) => !/^[a-z0-9/-]+\.tsx?$/.test(path))
      .map(({ path }) => path),
  ).toEqual([])
})

test('there are no barrels and no drawers for everything', () => {
  expect(
    sources().filter(({ path }) => /\/(index|utils?|helpers?|common|misc|shared)\.tsx?$/.test(path)),
  ).toEqual([])
  expect(
    sources()
      .filter(({ code }) => /^export \* from/m.test(code))
      .map(({ path }) => path),
  ).toEqual([])
})
