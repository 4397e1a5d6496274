import type * as Hasher from 'hash-wasm'
import { ARGON2_COST, type PinHasher } from '#auth/pin.ts'

const SALT_BYTES = 16
const HASH_BYTES = 32

export const browserPins: PinHasher = {
  hash: async (pin) =>
    (await readHasher()).argon2id({
      password: pin,
      salt: crypto.getRandomValues(new Uint8Array(SALT_BYTES)),
      memorySize: ARGON2_COST.memoryKib,
      iterations: ARGON2_COST.passes,
      parallelism: ARGON2_COST.lanes,
      hashLength: HASH_BYTES,
      outputType: 'encoded',
    }),
  verify: async (encoded, pin) => (await readHasher()).argon2Verify({ password: pin, hash: encoded }),
}

/** Called ahead, too: the first PIN is typed a moment after the people are shown, and must need no server. */
export function readHasher(): Promise<typeof Hasher> {
  return import('hash-wasm')
}
