import { availableParallelism } from 'node:os'
import { configDefaults, defineConfig } from 'vitest/config'

const jsx = { oxc: { jsx: { runtime: 'automatic' as const, importSource: 'hono/jsx' } } }
const withServer = { globalSetup: 'tests/harness/global.ts', testTimeout: 20_000, hookTimeout: 30_000 }

/** `unit` needs nothing but Node; `server` a PostgreSQL, which the harness starts; `journeys` a browser too. */
export default defineConfig({
  test: {
    passWithNoTests: false,
    // Most of the waiting is for the database, so two files run at once even where two cores are all there is.
    maxWorkers: Math.min(4, Math.max(2, availableParallelism() - 1)),
    projects: [
      {
        ...jsx,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'tests/planner/**/*.test.ts'],
          exclude: [...configDefaults.exclude, '**/*.db.test.{ts,tsx}'],
          testTimeout: 10_000,
        },
      },
      {
        ...jsx,
        test: {
          ...withServer,
          name: 'server',
          include: ['tests/{database,house,races,sequences}/**/*.test.{ts,tsx}', 'src/**/*.db.test.{ts,tsx}'],
        },
      },
      {
        ...jsx,
        test: {
          ...withServer,
          name: 'journeys',
          include: ['tests/journeys/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
