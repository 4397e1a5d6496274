import { argon2id, argon2Verify } from 'hash-wasm'
import { ARGON2_COST, type PinHasher } from '#auth/pin.ts'

const SALT_BYTES = 16
const HASH_BYTES = 32

export const browserPins: PinHasher = {
  hash: (pin) =>
    argon2id({
      password: pin,
      salt: crypto.getRandomValues(new Uint8Array(SALT_BYTES)),
      memorySize: ARGON2_COST.memoryKib,
      iterations: ARGON2_COST.passes,
      parallelism: ARGON2_COST.lanes,
      hashLength: HASH_BYTES,
      outputType: 'encoded',
    }),
  verify: (encoded, pin) => argon2Verify({ password: pin, hash: encoded }),
}
