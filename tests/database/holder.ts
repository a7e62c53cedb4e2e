// A process that holds the embedded server until it is told to stop, as the app does.
import { startEmbedded } from '../../src/platform/embedded.ts'

const waiting = setInterval(() => {}, 60_000)
const before = Date.now()
const embedded = await startEmbedded(process.argv[2] ?? '')
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, async () => {
    clearInterval(waiting)
    await embedded.stop()
  })
}
console.log(JSON.stringify({ url: embedded.url, pid: embedded.pid, ms: Date.now() - before }))
