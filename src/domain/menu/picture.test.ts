import { describe, expect, it } from 'vitest'
import { ownPicture, pictureName, picturePath } from './picture.ts'

const HASH = 'a5'.repeat(32)

describe('[PICTURE1] the name of a picture', () => {
  it('is one of the drawings, or a store and the hash of what it keeps', () => {
    const name = pictureName({ store: 'store-1', hash: HASH })
    expect(ownPicture(name)).toEqual({ store: 'store-1', hash: HASH })
    expect(picturePath(name)).toBe(`/pictures/store-1/${HASH}.webp`)
    expect(picturePath('bifana')).toBe('/pictures/bifana.svg')
    expect(ownPicture('bifana')).toBeNull()
  })

  it.each([
    '',
    '../api/export',
    `store-1/../${HASH}`,
    `store-1/${HASH.toUpperCase()}`,
    '//evil.example/x',
    'a.b',
  ])('leads nowhere else: %j', (name) => expect(picturePath(name)).toBeNull())
})
