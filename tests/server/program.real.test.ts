import { afterEach, describe, expect, it } from 'vitest'
import { openCafe, type Cafe } from '../support/cafe.ts'

describe('the program that a device reads at its first start', () => {
  let cafe: Cafe | null = null

  afterEach(async () => {
    await cafe?.close()
    cafe = null
  })

  it('comes packed to whoever takes that, and is the same', async () => {
    cafe = await openCafe({ printing: false })
    const page = await (await fetch(cafe.origin)).text()
    const [, path = ''] = /src="(\/assets\/[^"]+\.js)"/.exec(page) ?? []
    const read = (encoding: string): Promise<Response> =>
      fetch(`${cafe?.origin}${path}`, { headers: { 'accept-encoding': encoding } })
    const [packed, plain] = [await read('gzip'), await read('identity')]
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(packed.headers.get('content-type')).toBe(plain.headers.get('content-type'))
    const text = await plain.text()
    expect(await packed.text()).toBe(text)
    expect(Number(packed.headers.get('content-length'))).toBeLessThan(text.length / 2)
  })
})
