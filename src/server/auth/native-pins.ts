import { hash, verify } from '@node-rs/argon2'
import { ARGON2_COST, type PinHasher } from '#auth/pin.ts'

/** argon2id is this library's default. */
export const nativePins: PinHasher = {
  hash: (pin) =>
    hash(pin, {
      memoryCost: ARGON2_COST.memoryKib,
      timeCost: ARGON2_COST.passes,
      parallelism: ARGON2_COST.lanes,
    }),
  verify: (encoded, pin) => verify(encoded, pin),
}
