import { nativeKeys } from '#server/auth/native-keys.ts'
import { createSigning, deviceIdOf, headText, type KeyPair } from '#sync/signing.ts'
import type { Envelope } from '#domain/event/envelope.ts'
import type { Signing } from '#sync/ports.ts'
import { seal } from './replicas.ts'

/** A device that signs, and what it signs with. */
export interface Keyed {
  readonly dev: string
  readonly signing: Signing
}

export async function keyedDevice(): Promise<Keyed> {
  const pair: KeyPair = await nativeKeys.make()
  const dev = deviceIdOf(pair.key)
  return { dev, signing: createSigning(nativeKeys, new Map([[dev, pair]])) }
}

/** These events with an honest chain from `prev` on, changed and hashed anew, each signed by whoever is asked. */
export async function forge(
  events: readonly Envelope[],
  change: (event: Envelope) => Envelope,
  sign: (event: Envelope) => Promise<string | undefined>,
): Promise<readonly Envelope[]> {
  let prev = events[0]?.prev ?? ''
  const forged: Envelope[] = []
  for (const event of events) {
    const { sig: _sig, ...changed } = change(event)
    const sealed = seal({ ...changed, prev })
    const sig = await sign(sealed)
    forged.push(sig === undefined ? sealed : { ...sealed, sig })
    prev = sealed.hash
  }
  return forged
}

/** Somebody's signature in the name of another: with a key that is not the one of that id. */
export async function signedBy({ dev, signing }: Keyed, event: Envelope): Promise<string | undefined> {
  return (await signing.sign(dev, headText(event))) ?? undefined
}
