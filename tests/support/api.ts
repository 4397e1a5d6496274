import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { openDatabase } from '../../src/database/open.ts'
import { nativePins } from '../../src/server/auth/native-pins.ts'
import { createPairingCodes } from '../../src/server/auth/pairing-codes.ts'
import { openTokens } from '../../src/server/auth/tokens.ts'
import { openSqlite } from '../../src/server/database/sqlite.ts'
import { seedDemo } from '../../src/server/demo.ts'
import { createApp } from '../../src/server/http/app.ts'
import type { Services } from '../../src/server/http/services.ts'
import { createSeenDevices } from '../../src/server/devices/seen.ts'
import { createHub } from '../../src/server/hub.ts'
import { createSetupDoor } from '../../src/server/setup/door.ts'
import { createStores } from '../../src/server/stores/stores.ts'
import { openStore } from '../../src/server/store.ts'

export interface TestApi {
  readonly app: FastifyInstance
  readonly services: Services
  /** A token of a person of the demo café. */
  userToken(userId: string): Promise<string>
  /** A paired device with its token. */
  pairDevice(): Promise<{ readonly dev: string; readonly token: string; readonly store: string }>
  close(): Promise<void>
}

/** The demo café's HTTP side on a real database in memory, asked without a socket. */
export async function openApi(
  options: Partial<Pick<Services, 'openPairing' | 'https'>> & { readonly demo?: false } = {},
): Promise<TestApi> {
  const opened = await openDatabase(openSqlite(':memory:'))
  if (!opened.ok) throw new Error(opened.error.code)
  const database = opened.value
  const { replica } = await openStore(database, async () => {})
  if (options.demo !== false) await seedDemo(replica, nativePins, { host: '127.0.0.1', port: 9100 })
  const tokens = await openTokens(database)
  const hub = createHub(replica, 'store')
  const services: Services = {
    hub,
    stores: createStores(database, hub),
    upstreamState: () => null,
    kickPrinting: () => {},
    database,
    tokens,
    pins: nativePins,
    pairingCodes: createPairingCodes(database),
    seen: createSeenDevices(database),
    setup: createSetupDoor(hub, nativePins, options.demo === false),
    https: options.https ?? null,
    openPairing: options.openPairing ?? true,
  }
  const empty = mkdtempSync(join(tmpdir(), 'comanda-screens-'))
  const app = await createApp(services, { screens: empty, pictures: empty }, { level: 'silent' })
  await app.ready()
  return {
    app,
    services,
    userToken: async (userId) => {
      const user = await database.db
        .selectFrom('users')
        .select('role')
        .where('id', '=', userId)
        .executeTakeFirstOrThrow()
      return tokens.forUser(replica.store, userId, user.role)
    },
    pairDevice: async () => {
      const dev = `dev-${crypto.randomUUID()}`
      const response = await app.inject({
        method: 'POST',
        url: '/api/pair',
        payload: { dev, name: 'Till', code: null },
      })
      const { token, store } = response.json<{ token: string; store: string }>()
      return { dev, token, store }
    },
    close: async () => {
      await app.close()
      await database.close()
    },
  }
}
