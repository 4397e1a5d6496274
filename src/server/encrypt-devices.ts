import { readSettings } from '#database/queries/records.ts'
import { SETTINGS_ID } from '#domain/store/settings.ts'
import type { Replica } from '#sync/replica.ts'
import { record } from './store.ts'

/** Writes into the store's settings what this server was told about its devices; null: they stay as they are. [CRYPT5] */
export async function chooseEncryption(replica: Replica, wanted: boolean | null): Promise<void> {
  const settings = await readSettings(replica.db, replica.store)
  if (wanted === null || settings === null || (settings.encryptDevices ?? false) === wanted) return
  await record(replica, [
    {
      ent: { type: 'settings', id: SETTINGS_ID },
      event: { type: 'record_changed', payload: { encryptDevices: wanted } },
    },
  ])
}
