// Which way the rooms of the house may look (docs/decisions, README's map). `npm run boundaries` keeps it.

/** The modules, each later one may use the earlier ones. */
const LATER = {
  households: ['access'],
  children: ['access'],
  constellations: ['access', 'households', 'children'],
  sleepovers: ['access', 'households', 'children', 'constellations'],
  series: ['access', 'households', 'children', 'constellations', 'sleepovers'],
  logs: ['access', 'households', 'children', 'constellations', 'sleepovers'],
  nights: ['access', 'households', 'children', 'constellations', 'sleepovers'],
  retention: ['access', 'households', 'children'],
  register: ['access', 'households', 'children'],
  plans: ['access', 'households', 'children', 'constellations', 'register'],
}
const MODULES = ['access', ...Object.keys(LATER), 'home']
const any = (names) => `^src/(${names.join('|')})/`

const RULES = { path: '^src/[^/]+/rules[a-z-]*(\\.ts$|/)', pathNot: '\\.test\\.tsx?$' }

/** Files outside the stores that may build SQL. This list only shrinks. */
const SQL_ELSEWHERE = [
  // Asked before anybody is known, so not through the door.
  '^src/access/(session|sign-in-code|tokens|demo)\\.ts$',
  // Conditions on dated facts, for the stores of every module.
  '^src/households/as-at\\.ts$',
]

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Move what both need to the earlier of the two, or pass it in. Type imports count.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'values-know-nothing',
      comment: 'A value is pure and knows no noun: pass in what it needs.',
      severity: 'error',
      from: { path: '^src/values/', pathNot: '\\.test\\.tsx?$' },
      to: { pathNot: ['^src/values/', '^node_modules/temporal-polyfill/'] },
    },
    {
      name: 'platform-knows-no-module',
      comment: 'The platform knows no noun but the actor: pass it in from the app.',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^src/', pathNot: '^src/(platform|values)/' },
    },
    {
      name: 'modules-know-no-root',
      comment: 'Only main, cli and app put the parts together.',
      severity: 'error',
      from: { path: any(MODULES), pathNot: '\\.test\\.tsx?$' },
      to: { path: ['^src/[^/]+\\.tsx?$', '^src/cli/'] },
    },
    {
      name: 'access-knows-no-module',
      comment: 'Permission is asked of relationships that enter() found, not of a module.',
      severity: 'error',
      from: { path: '^src/access/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^src/', pathNot: '^src/(access|platform|values)/' },
    },
    ...Object.entries(LATER).map(([name, earlier]) => ({
      name: `${name}-uses-${earlier.join('-')}`,
      comment:
        'households, children → constellations → sleepovers → series, logs, nights → home; read another module’s table in your store instead.',
      severity: 'error',
      from: { path: `^src/${name}/`, pathNot: '\\.test\\.tsx?$' },
      to: { path: any(MODULES), pathNot: any([name, ...earlier]) },
    })),
    {
      name: 'rules-are-pure',
      comment: 'A rule is a function of facts and now: fetch the facts in the store and pass them in.',
      severity: 'error',
      from: RULES,
      to: {
        path: ['^node_modules/', '^src/platform/', '/(store[a-z-]*|lists|module)\\.ts$', '\\.tsx$'],
        pathNot: ['^node_modules/temporal-polyfill/', '^src/platform/rule-pack\\.ts$'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'rules-have-no-machine',
      comment: 'No file, no network, no clock of the machine in a rule: pass in what it needs.',
      severity: 'error',
      from: RULES,
      // A hash is a pure function; chance is kept out by tests/house/bans.test.ts.
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'sql-in-the-store',
      comment: 'SQL lives in the module’s store.ts (store-*.ts, bulk.ts, lists.ts).',
      severity: 'error',
      from: {
        path: any(MODULES),
        pathNot: ['/(store[a-z-]*|bulk|lists)\\.ts$', '\\.test\\.tsx?$', ...SQL_ELSEWHERE],
      },
      to: { path: '^node_modules/(kysely|pg)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-door-alone-opens-the-database',
      comment: 'Pages and actions get their database through perform and look.',
      severity: 'error',
      from: { path: any(MODULES), pathNot: '\\.test\\.tsx?$' },
      to: { path: '^src/platform/(database|database-pool|embedded[a-z-]*|migrate)\\.ts$' },
    },
    {
      name: 'the-program-needs-no-test',
      comment: 'What the program needs lives in src.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['\\.test\\.tsx?$', '/fixtures/'] },
      to: { path: '^(tests|bench)/' },
    },
    {
      name: 'the-program-runs-without-development-parts',
      comment: 'Add it to dependencies, or use it in tests alone.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['\\.test\\.tsx?$', '/fixtures/', '\\.properties\\.ts$'] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-checker-shares-nothing',
      comment: 'Write it out a second time: what the checker shares with the solver it cannot check.',
      severity: 'error',
      from: { path: '^src/constellations/planner/check[a-z-]*\\.ts$', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^src/constellations/planner/(problem|check[a-z-]*)\\.ts$' },
    },
    {
      name: 'found',
      comment: 'The import leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
