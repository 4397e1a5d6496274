import { createCanvas } from '@napi-rs/canvas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApi, type TestApi } from '../support/api.ts'

let api: TestApi
beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

function photo(color = 'orange'): string {
  const canvas = createCanvas(640, 480)
  const context = canvas.getContext('2d')
  context.fillStyle = color
  context.fillRect(0, 0, 640, 480)
  return canvas.toBuffer('image/png').toString('base64')
}

async function upload(image: string, token: string | null) {
  const response = await api.app.inject({
    method: 'POST',
    url: '/api/pictures',
    payload: { image },
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
  })
  return { status: response.statusCode, ...response.json<{ code?: string; picture?: string }>() }
}

const show = (picture: string) => api.app.inject({ url: `/pictures/${picture}.webp` })

describe('a dish’s picture on the server', () => {
  it('[PICTURE3] is taken from somebody who may edit the menu, and from nobody else', async () => {
    const { token: device } = await api.pairDevice()
    expect(await upload(photo(), null)).toMatchObject({ status: 401, code: 'not_signed_in' })
    expect(await upload(photo(), device)).toMatchObject({ status: 403, code: 'not_allowed' })
    expect(await upload(photo(), await api.userToken('user-marta'))).toMatchObject({ status: 403 })
    const kept = await api.services.database.db.selectFrom('pictures').select('hash').execute()
    expect(kept).toEqual([])
  })

  it('[PICTURE1] [PICTURE3] is shown to whoever knows its address, for good', async () => {
    const { status, picture = '' } = await upload(photo(), await api.userToken('user-leonor'))
    expect(status).toBe(200)
    expect(picture).toMatch(new RegExp(`^${api.services.hub.replica.store}/[0-9a-f]{64}$`))
    const shown = await show(picture)
    expect(shown.statusCode).toBe(200)
    expect(shown.headers).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    })
    expect(shown.rawPayload.length).toBeLessThan(40_000)
    // The same photo twice is one.
    expect(await upload(photo(), await api.userToken('user-joaquim'))).toMatchObject({ picture })
  })

  it('[PICTURE3] is at no other address: another store, another hash, another ending', async () => {
    const { picture = '' } = await upload(photo('green'), await api.userToken('user-leonor'))
    const [store = '', hash = ''] = picture.split('/')
    for (const path of [`store-of-others/${hash}`, `${store}/${'0'.repeat(64)}`, `${store}/..%2f${hash}`]) {
      const answer = await show(path)
      expect({ path, status: answer.statusCode }).toEqual({ path, status: 404 })
      expect(answer.headers['cache-control']).toBe('no-store')
    }
    expect((await api.app.inject({ url: `/pictures/${picture}.svg` })).statusCode).toBe(404)
  })

  it('[PICTURE7] that is one too many is refused with a code that has words', async () => {
    const { db } = api.services.database
    const { store } = api.services.hub.replica
    const many = Array.from({ length: 5_000 }, (_, n) => ({ store, hash: `many-${n}`, body: '' }))
    for (let from = 0; from < many.length; from += 500)
      await db
        .insertInto('pictures')
        .values(many.slice(from, from + 500))
        .execute()
    const full = { status: 409, code: 'pictures_full' }
    expect(await upload(photo('blue'), await api.userToken('user-leonor'))).toMatchObject(full)
    await db.deleteFrom('pictures').where('body', '=', '').execute()
    expect(await upload(photo('blue'), await api.userToken('user-leonor'))).toMatchObject({ status: 200 })
  })

  it('[PICTURE2] that is none, or too large, is refused with a code that has words', async () => {
    const owner = await api.userToken('user-joaquim')
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    const unreadable = { status: 409, code: 'picture_unreadable' }
    expect(await upload(svg.toString('base64'), owner)).toMatchObject(unreadable)
    expect(await upload(Buffer.from('name;price').toString('base64'), owner)).toMatchObject(unreadable)
    expect(await upload('not base64!', owner)).toMatchObject({ status: 400, code: 'bad_request' })
    const large = Buffer.alloc(2_000_001).toString('base64')
    expect(await upload(large, owner)).toMatchObject({ status: 409, code: 'picture_too_large' })
    const huge = Buffer.alloc(4_000_000).toString('base64')
    expect(await upload(huge, owner)).toMatchObject({ status: 413, code: 'too_large' })
  })

  it('[PICTURE5] is brought by another server of the store alone', async () => {
    const { token } = await api.pairDevice()
    const owner = await api.userToken('user-joaquim')
    for (const one of [token, owner]) {
      const headers = { authorization: `Bearer ${one}` }
      const url = `/api/pictures/${'0'.repeat(64)}`
      const brought = await api.app.inject({ method: 'PUT', url, headers, payload: { image: photo() } })
      expect(brought.statusCode).toBe(403)
    }
  })

  it('[PICTURE5] from another server is kept only as what its hash says, and as a picture', async () => {
    const { replica } = api.services.hub
    const token = await api.services.tokens.forDevice(replica.store, replica.dev)
    const headers = { authorization: `Bearer ${token}` }
    const bring = (hash: string, image: string) =>
      api.app.inject({ method: 'PUT', url: `/api/pictures/${hash}`, headers, payload: { image } })
    const { picture = '' } = await upload(photo('red'), await api.userToken('user-joaquim'))
    const image = (await show(picture)).rawPayload.toString('base64')
    const hash = picture.split('/')[1] ?? ''
    const lacking = () =>
      api.app.inject({ method: 'POST', url: '/api/pictures/lacking', headers, payload: { hashes: [hash] } })
    expect((await lacking()).json()).toEqual({ lacking: [] })
    await api.services.database.db.deleteFrom('pictures').where('hash', '=', hash).execute()
    expect((await lacking()).json()).toEqual({ lacking: [hash] })
    expect((await bring('1'.repeat(64), image)).statusCode).toBe(409)
    expect((await bring(hash, photo('red'))).statusCode).toBe(409)
    expect((await bring(hash, image)).statusCode).toBe(200)
    expect((await show(picture)).rawPayload.toString('base64')).toBe(image)
  })
})
