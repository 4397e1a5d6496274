import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import type { KeyCrypto } from '#sync/signing.ts'

const ED25519 = { kty: 'OKP', crv: 'Ed25519' } as const

/** Ed25519 by Node itself: a check is a tenth of a millisecond, and in this very turn. */
export const nativeKeys: KeyCrypto = {
  async make() {
    const { x = '', d = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
    return { key: x, secret: d }
  },
  async sign({ key, secret }, text) {
    const own = createPrivateKey({ key: { ...ED25519, x: key, d: secret }, format: 'jwk' })
    return sign(null, Buffer.from(text), own).toString('base64url')
  },
  async verify(key, text, signature) {
    try {
      const theirs = createPublicKey({ key: { ...ED25519, x: key }, format: 'jwk' })
      return verify(null, Buffer.from(text), theirs, Buffer.from(signature, 'base64url'))
    } catch {
      return false
    }
  },
}
