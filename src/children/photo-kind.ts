/** The most bytes a photo may have: 2 MB. */
export const MOST_PHOTO_BYTES = 2_000_000

const starts = (bytes: Uint8Array, at: number, signature: readonly number[]) =>
  signature.every((byte, index) => bytes[at + index] === byte)

/** What a picture really is, from its first bytes and never from its name; null for anything else. */
export function photoKind(bytes: Uint8Array): 'image/jpeg' | 'image/png' | 'image/webp' | null {
  if (starts(bytes, 0, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (starts(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  const riff = [0x52, 0x49, 0x46, 0x46]
  const webp = [0x57, 0x45, 0x42, 0x50]
  return starts(bytes, 0, riff) && starts(bytes, 8, webp) ? 'image/webp' : null
}
