import { request } from 'node:http'
import { brotliCompressSync, gunzipSync } from 'node:zlib'

export type Answer = { status: number; bytes: number; milliseconds: number; body: Buffer }

/** One GET, its bytes as they came over the wire. */
export function get(url: string, cookie = ''): Promise<Answer> {
  const start = performance.now()
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers: { cookie, 'accept-encoding': 'gzip' } }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece) => pieces.push(piece))
      answer.on('end', () => {
        const raw = Buffer.concat(pieces)
        const body = answer.headers['content-encoding'] === 'gzip' ? gunzipSync(raw) : raw
        resolve({
          status: answer.statusCode ?? 0,
          bytes: raw.length,
          milliseconds: performance.now() - start,
          body,
        })
      })
    })
    sent.on('error', reject)
    sent.end()
  })
}

/** What one visit to a page downloads the first time (page, style, icon) and the page alone, in kilobytes. */
export async function weight(url: string, path: string, cookie: string) {
  const page = await get(url + path, cookie)
  const own = [...page.body.toString().matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(
    (match) => match[1] ?? '',
  )
  const assets = await Promise.all([...new Set(own)].map((asset) => get(url + asset)))
  const kilobytes = (bytes: number) => Number((bytes / 1024).toFixed(1))
  return {
    first: kilobytes(page.bytes + assets.reduce((sum, { bytes }) => sum + bytes, 0)),
    later: kilobytes(page.bytes),
    laterBrotli: kilobytes(brotliCompressSync(page.body).length),
  }
}
