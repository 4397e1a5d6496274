import type { Database } from '#database/open.ts'
import { readLocal, writeLocal } from '#database/queries/local-values.ts'
import type { Signing } from './ports.ts'
import { createSigning, deviceIdOf, type KeyCrypto, type KeyPair } from './signing.ts'

/** The keys of this database's own devices: the one it is, and those it was. */
export interface DeviceKeys extends Signing {
  /** A new device: a key, kept here before anybody hears of it, and the id that is made of it. [SIGN2] */
  newDevice(): Promise<string>
}

const KEY = 'device_keys'

/** The secrets lie in the database whose log they sign: copied, encrypted and lost with it. [SIGN6] */
export async function openDeviceKeys(database: Database, crypto: KeyCrypto): Promise<DeviceKeys> {
  const kept = await readLocal(database.db, '', KEY)
  const pairs = new Map<string, KeyPair>(
    kept === null ? [] : Object.entries(JSON.parse(kept) as { readonly [dev: string]: KeyPair }),
  )
  return {
    ...createSigning(crypto, pairs),
    async newDevice() {
      const pair = await crypto.make()
      const dev = deviceIdOf(pair.key)
      pairs.set(dev, pair)
      await writeLocal(database.db, '', KEY, JSON.stringify(Object.fromEntries(pairs)))
      await database.flush()
      return dev
    },
  }
}
