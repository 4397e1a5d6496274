import {
  decodeJwt,
  exportJWK,
  generateKeyPair,
  importJWK,
  jwtVerify,
  SignJWT,
  type CryptoKey,
  type JWK,
} from 'jose'
import { z } from 'zod'
import type { Database } from '#database/open.ts'
import { readLocal, writeLocal } from '#database/queries/local-values.ts'
import { readStoreEntry } from '#server/stores/registry.ts'

const ISSUER = 'comanda'
const AUDIENCE = 'comanda-api'
const ALGORITHM = 'EdDSA'
const USER_LIFE = '10m'
const DEVICE_LIFE = '365d'
const CLOCK_TOLERANCE_S = 60

/** Who a request speaks for. A device syncs; a person reads reports and changes the menu. */
export type Caller =
  | { readonly kind: 'device'; readonly store: string; readonly dev: string }
  | { readonly kind: 'user'; readonly store: string; readonly userId: string; readonly role: string }

export interface Tokens {
  forDevice(store: string, dev: string): Promise<string>
  forUser(store: string, userId: string, role: string): Promise<string>
  /**
   * The caller, or null for anything but a token for this use that is still good, signed by this server or by another
   * server of the very store it is for. [ENROL3]
   */
  verify(token: string): Promise<Caller | null>
  /** What another server checks this one's tokens with. */
  readonly publicKey: JWK
}

const deviceClaims = z.object({ sub: z.string(), store: z.string() })
const userClaims = deviceClaims.extend({ role: z.string() })

/** Tokens signed with the installation's own Ed25519 key, which is made on the first start. */
export async function openTokens(database: Database): Promise<Tokens> {
  const { privateKey, publicKey, publicJwk } = await readKeys(database)
  const sign = (typ: string, subject: string, life: string, claims: Record<string, string>) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: ALGORITHM, typ })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(subject)
      .setIssuedAt()
      .setExpirationTime(life)
      .sign(privateKey)
  return {
    forDevice: (store, dev) => sign('device+jwt', dev, DEVICE_LIFE, { store }),
    forUser: (store, userId, role) => sign('user+jwt', userId, USER_LIFE, { store, role }),
    publicKey: publicJwk,
    async verify(token) {
      const own = await verifyToken(token, publicKey)
      return own ?? verifyForeign(database, token)
    },
  }
}

/** A token of another server of the store: a device paired there comes with it. */
async function verifyForeign({ db }: Database, token: string): Promise<Caller | null> {
  const store = claimedStore(token)
  const entry = store === null ? null : await readStoreEntry(db, store)
  for (const { key } of entry?.hubs ?? []) {
    const caller = await verifyToken(token, (await importJWK(key, ALGORITHM)) as CryptoKey)
    if (caller !== null) return caller
  }
  return null
}

/** Only to find the keys to check it with: the check says whether it is true. */
function claimedStore(token: string): string | null {
  try {
    const { store } = decodeJwt(token)
    return typeof store === 'string' ? store : null
  } catch {
    return null
  }
}

async function verifyToken(token: string, publicKey: CryptoKey): Promise<Caller | null> {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, publicKey, {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: AUDIENCE,
      clockTolerance: CLOCK_TOLERANCE_S,
      requiredClaims: ['exp', 'sub'],
    })
    if (protectedHeader.typ === 'device+jwt') {
      const claims = deviceClaims.parse(payload)
      return { kind: 'device', store: claims.store, dev: claims.sub }
    }
    if (protectedHeader.typ !== 'user+jwt') return null
    const claims = userClaims.parse(payload)
    return { kind: 'user', store: claims.store, userId: claims.sub, role: claims.role }
  } catch {
    // Forged, expired or malformed: all the same to whoever sent it.
    return null
  }
}

interface Keys {
  readonly privateKey: CryptoKey
  readonly publicKey: CryptoKey
  readonly publicJwk: JWK
}

async function readKeys(database: Database): Promise<Keys> {
  const kept = await readLocal(database.db, '', 'token_key')
  const jwk = kept === null ? await makeKey(database) : (JSON.parse(kept) as JWK)
  const { d: _secret, ...publicJwk } = jwk
  return {
    privateKey: (await importJWK(jwk, ALGORITHM)) as CryptoKey,
    publicKey: (await importJWK(publicJwk, ALGORITHM)) as CryptoKey,
    publicJwk,
  }
}

async function makeKey(database: Database): Promise<JWK> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true })
  const made = await exportJWK(privateKey)
  await writeLocal(database.db, '', 'token_key', JSON.stringify(made))
  await database.flush()
  return made
}
