import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'

/** A secret that a browser or a script carries. Only its hash is kept. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** Six digits a person can read from one screen and type into another. */
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0')

export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

export const sameHash = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b)
