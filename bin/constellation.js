#!/usr/bin/env node
// The command line. Builds once where nothing has been built yet (an install with scripts switched off).
import { existsSync } from 'node:fs'

process.setSourceMapsEnabled(true)
const built = new URL('../dist/cli.js', import.meta.url)
if (!existsSync(built)) await import('../scripts/build.mjs')
await import(built.href)
