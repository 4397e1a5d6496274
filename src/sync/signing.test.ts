import { describe, expect, test } from 'vitest'
import { openDatabase } from '#database/open.ts'
import { createWebKeys } from '#device/web-keys.ts'
import { nativeKeys } from '#server/auth/native-keys.ts'
import { openSqlite } from '#server/database/sqlite.ts'
import { openDeviceKeys } from './device-keys.ts'
import { createSigning, deviceIdOf, headText, isKeyedId } from './signing.ts'

/** RFC 8032, 7.1, test 1. */
const PAIR = {
  key: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  secret: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
}
/** The example in docs/protocol.md. */
const HEAD = {
  store: 'store-1',
  dev: 'dev-93a0ae71-bac8-80a8-a9a3-dd6f20f29950',
  seq: 2,
  hash: '50664e5d5d68e7f0d510a201b36a04f32e45636c0616f3e48fd43de0873e12f8',
}
const SIGNATURE = 'vqIe9Jp3q_uNsSvj4N9Zewv2dh9DTqhK9v1-d62ZY7yvvq33nI6JKH7SBkPR6DbBf_VcjJjMEhOONU6KJInRCA'

describe.each([
  ['a server', nativeKeys],
  ['a browser', createWebKeys()],
])('Ed25519 of %s', (_where, crypto) => {
  const signing = createSigning(crypto, new Map([[HEAD.dev, PAIR]]))

  test('[SIGN1] signs the bytes of the protocol’s example', async () => {
    expect(await signing.sign(HEAD.dev, headText(HEAD))).toBe(`${PAIR.key}.${SIGNATURE}`)
    expect(await signing.verify(HEAD.dev, headText(HEAD), `${PAIR.key}.${SIGNATURE}`)).toBe(true)
  })

  test('[SIGN2] believes the key that the id is made of, and no other', async () => {
    expect(deviceIdOf(PAIR.key)).toBe(HEAD.dev)
    const other = await crypto.make()
    const theirs = `${other.key}.${await crypto.sign(other, headText(HEAD))}`
    expect(await signing.verify(HEAD.dev, headText(HEAD), theirs)).toBe(false)
    const own = { ...HEAD, dev: deviceIdOf(other.key) }
    const fitting = `${other.key}.${await crypto.sign(other, headText(own))}`
    expect(await signing.verify(own.dev, headText(own), fitting)).toBe(true)
  })

  test.each([
    ['another number', headText({ ...HEAD, seq: 3 }), `${PAIR.key}.${SIGNATURE}`],
    ['another store', headText({ ...HEAD, store: 'store-2' }), `${PAIR.key}.${SIGNATURE}`],
    ['no signature', headText(HEAD), PAIR.key],
    ['an empty one', headText(HEAD), `${PAIR.key}.`],
    ['one that is none', headText(HEAD), `${PAIR.key}.%%%`],
    ['a part too many', headText(HEAD), `${PAIR.key}.${SIGNATURE}.x`],
  ])('[SIGN3] refuses %s', async (_what, text, sig) => {
    expect(await signing.verify(HEAD.dev, text, sig)).toBe(false)
  })
})

test('[SIGN4] a browser without Ed25519 makes no key, and takes the word of its server for others', async () => {
  const none = () => Promise.reject(new DOMException('Unrecognized name.', 'NotSupportedError'))
  const old = createWebKeys({
    generateKey: none,
    exportKey: none,
    importKey: none,
    sign: none,
    verify: none,
  })
  await expect(old.make()).rejects.toThrow()
  expect(await old.verify(PAIR.key, headText(HEAD), SIGNATURE)).toBe(true)
})

test('[SIGN4] tells ids that are made of a key from those of older programs', () => {
  expect(isKeyedId(HEAD.dev)).toBe(true)
  expect(isKeyedId('till')).toBe(false)
  expect(isKeyedId('dev-019a0b1c-0000-7000-8000-000000000001')).toBe(false)
  expect(isKeyedId(`dev-${crypto.randomUUID()}`)).toBe(false)
})

test('[SIGN6] a device’s key lies in its database, with those of the devices it was', async () => {
  const opened = await openDatabase(openSqlite(':memory:'))
  if (!opened.ok) throw new Error(opened.error.code)
  const keys = await openDeviceKeys(opened.value, nativeKeys)
  const [first, second] = [await keys.newDevice(), await keys.newDevice()]
  expect(first).not.toBe(second)
  const again = await openDeviceKeys(opened.value, nativeKeys)
  for (const dev of [first, second]) {
    const text = headText({ ...HEAD, dev })
    const sig = await again.sign(dev, text)
    expect(await keys.verify(dev, text, sig ?? '')).toBe(true)
  }
  expect(await again.sign(HEAD.dev, headText(HEAD))).toBeNull()
})
