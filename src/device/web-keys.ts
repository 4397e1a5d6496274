import type { KeyCrypto } from '#sync/signing.ts'

const ED25519 = 'Ed25519'
const JWK = { kty: 'OKP', crv: ED25519 } as const
/** Far more than a store has devices. */
const KEYS_MAX = 500

type Subtle = Pick<SubtleCrypto, 'generateKey' | 'exportKey' | 'importKey' | 'sign' | 'verify'>

/** Ed25519 by the browser: off this thread, a fraction of a millisecond. */
export function createWebKeys(subtle: Subtle = crypto.subtle): KeyCrypto {
  const imported = new Map<string, Promise<CryptoKey>>()

  function importOnce(jwk: { readonly x: string; readonly d?: string }): Promise<CryptoKey> {
    const use = jwk.d === undefined ? 'verify' : 'sign'
    const name = `${use} ${jwk.x}`
    const known = imported.get(name)
    if (known !== undefined) return known
    if (imported.size >= KEYS_MAX) imported.clear()
    const key = subtle.importKey('jwk', { ...JWK, ...jwk }, ED25519, false, [use])
    imported.set(name, key)
    return key
  }

  return {
    async make() {
      const { privateKey } = await subtle.generateKey(ED25519, true, ['sign', 'verify'])
      const { x = '', d = '' } = await subtle.exportKey('jwk', privateKey)
      return { key: x, secret: d }
    },
    async sign({ key, secret }, text) {
      const own = await importOnce({ x: key, d: secret })
      return toBase64Url(await subtle.sign(ED25519, own, bytesOf(text)))
    },
    async verify(key, text, signature) {
      try {
        const theirs = await importOnce({ x: key })
        return await subtle.verify(ED25519, theirs, fromBase64Url(signature), bytesOf(text))
      } catch (error) {
        // A browser without Ed25519 takes its server's word, which has checked.
        return error instanceof DOMException && error.name === 'NotSupportedError'
      }
    },
  }
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}

function toBase64Url(bytes: ArrayBuffer): string {
  const text = String.fromCharCode(...new Uint8Array(bytes))
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (sign) => sign.charCodeAt(0))
}
