import { createConnection, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { parseIntoClientConfig } from 'pg-connection-string'

export type Line = {
  /** The same database, reached through the line. */
  url: string
  /** From here on nobody answers, and who is being answered is cut off. */
  cut: () => Promise<void>
  /** As before. */
  mend: () => Promise<void>
}

/** A line to a database that can be cut and mended: how the app sees a server that dies and comes back. */
export async function severable(url: string): Promise<Line> {
  const { host = 'localhost', port = 5432 } = parseIntoClientConfig(url)
  const to = host.startsWith('/') ? { path: join(host, `.s.PGSQL.${port}`) } : { host, port: Number(port) }
  const sockets = new Set<Socket>()
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
  }
  const server = createServer((near) => {
    const far = createConnection(to)
    keep(near)
    keep(far)
    near.pipe(far).pipe(near)
  })
  const open = (at: number) =>
    new Promise<void>((resolve) => {
      server.listen(at, '127.0.0.1', resolve)
    })
  await open(0)
  const address = server.address()
  const at = typeof address === 'object' && address ? address.port : 0
  const line = new URL(
    url.replace(/^\w+:\/\/([^@/]*@)?[^/?]*/, (_all, who = '') => `postgres://${who}127.0.0.1:${at}`),
  )
  for (const name of ['host', 'port']) line.searchParams.delete(name)
  return {
    url: line.href,
    cut: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
    },
    mend: () => open(at),
  }
}
