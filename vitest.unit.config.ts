import { defineConfig } from 'vitest/config'

/** The pure tests alone, for the mutation tester, which cannot choose among projects. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: { include: ['src/**/*.test.{ts,tsx}'], exclude: ['node_modules/**', '**/*.db.test.{ts,tsx}'] },
})
