import { readFileSync, readdirSync } from 'node:fs'
import pg from 'pg'
import { test } from 'vitest'
import { seed } from '../../src/seed.ts'
import { testDatabase } from '../harness/database.ts'
test('prof', async () => {
  const database = await testDatabase()
  const name = new URL(database.url.replace(/^postgres(ql)?:/, 'http:').replace('@/', '@x/')).pathname.slice(1) || database.url
  console.log(database.url, name)
  const cpu = () => {
    let t = 0
    for (const p of readdirSync('/proc')) if (/^\d+$/.test(p)) try {
      const c = readFileSync(`/proc/${p}/cmdline`, 'utf8')
      if (!c.includes(name)) continue
      const s = readFileSync(`/proc/${p}/stat`, 'utf8').split(') ')[1].split(' ')
      t += Number(s[11]) + Number(s[12])
    } catch {}
    return t * 10
  }
  const times: Record<string, { n: number; ms: number }> = {}
  const real = pg.Client.prototype.query as (...a: any[]) => any
  pg.Client.prototype.query = function (this: any, ...args: any[]) {
    const text = typeof args[0] === 'string' ? args[0] : args[0]?.text ?? '?'
    const key = text.replace(/\s+/g, ' ').slice(0, 70)
    const t0 = performance.now()
    const done = () => { const x = (times[key] ??= { n: 0, ms: 0 }); x.n++; x.ms += performance.now() - t0 }
    const r = real.apply(this, args)
    if (r?.then) r.then(done, done)
    else if (typeof args.at(-1) !== 'function') done()
    return r
  } as any
  const a = process.cpuUsage(), b = cpu(), s = performance.now()
  await seed(database, '2026-11-22')
  const u = process.cpuUsage(a)
  console.log('wall', Math.round(performance.now() - s), 'node cpu', Math.round((u.user + u.system) / 1000), 'pg cpu(all test dbs)', cpu() - b)
  console.log(Object.entries(times).sort((x, y) => y[1].ms - x[1].ms).slice(0, 30).map(([k, v]) => `${Math.round(v.ms)} ms ${v.n}x ${(v.ms / v.n).toFixed(1)} ${k}`).join('\n'), Object.values(times).reduce((s, v) => s + v.n, 0))
  await database.close()
}, 120000)
