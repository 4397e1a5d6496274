import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Envelope } from '#domain/event/envelope.ts'
import type { Signing } from './ports.ts'

/** The two halves of a device's key, in base64url: what others check with, and what is told to nobody. */
export interface KeyPair {
  readonly key: string
  readonly secret: string
}

/** Ed25519, as a platform has it. */
export interface KeyCrypto {
  make(): Promise<KeyPair>
  sign(pair: KeyPair, text: string): Promise<string>
  /** Of whatever is no key or no signature: false. */
  verify(key: string, text: string, signature: string): Promise<boolean>
}

/** What a signature is made of: whose log, up to which event. With its hash goes the whole log before it. [SIGN1] */
export function headText({
  store,
  dev,
  seq,
  hash,
}: Pick<Envelope, 'store' | 'dev' | 'seq' | 'hash'>): string {
  return ['comanda/head/1', store, dev, seq, hash].join('\n')
}

const KEYED_ID = /^dev-[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Whether an id was made of a key. Ids of programs that had none are of another kind. [SIGN4] */
export function isKeyedId(dev: string): boolean {
  return KEYED_ID.test(dev)
}

/** The id of the device that has this key: a UUID of version 8 out of the key's SHA-256. [SIGN2] */
export function deviceIdOf(key: string): string {
  const hex = bytesToHex(sha256(utf8ToBytes(`comanda/device/1\n${key}`)))
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4)
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ]
  return `dev-${parts.join('-')}`
}

/** Signs with the keys that are here, by device; checks by the id alone. */
export function createSigning(crypto: KeyCrypto, pairs: ReadonlyMap<string, KeyPair>): Signing {
  return {
    signs: isKeyedId,
    async sign(dev, text) {
      const pair = pairs.get(dev)
      return pair === undefined ? null : `${pair.key}.${await crypto.sign(pair, text)}`
    },
    async verify(dev, text, sig) {
      const [key = '', signature = '', ...more] = sig.split('.')
      return more.length === 0 && deviceIdOf(key) === dev && crypto.verify(key, text, signature)
    },
  }
}

/** The event with its author's signature, where that is to be had here. */
export async function withSignature(signing: Signing | undefined, event: Envelope): Promise<Envelope> {
  const sig = (await signing?.sign(event.dev, headText(event))) ?? null
  return sig === null ? event : { ...event, sig }
}
