import { describe, expect, it } from 'vitest'
import { photoKind } from './photo-kind.ts'

const ascii = (text: string) => new TextEncoder().encode(text)

describe('what a picture really is', () => {
  it('knows JPEG, PNG and WebP by their first bytes', () => {
    expect(photoKind(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBe('image/jpeg')
    expect(photoKind(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))).toBe('image/png')
    expect(photoKind(ascii('RIFF....WEBPVP8 '))).toBe('image/webp')
  })

  it('is not taken in by anything else', () => {
    for (const text of ['', '<svg xmlns=', 'GIF89a', 'RIFF....WAVE', '<script>', '....ftypheic']) {
      expect(photoKind(ascii(text))).toBeNull()
    }
  })
})
