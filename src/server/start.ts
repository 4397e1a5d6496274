import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { pino, type Logger } from 'pino'
import { err, ok, type Result } from '#domain/result.ts'
import type { Database } from '#database/open.ts'
import { readLocal, writeLocal } from '#database/queries/local-values.ts'
import { exclusively } from '#database/locks.ts'
import { readRecord } from '#database/queries/records.ts'
import { nativePins } from './auth/native-pins.ts'
import { createPairingCodes, type PairingCodes } from './auth/pairing-codes.ts'
import { openTokens, type Tokens } from './auth/tokens.ts'
import type { Config } from './config.ts'
import { openServerDatabase } from './database/open.ts'
import { pointDemoPrinter, seedDemo } from './demo.ts'
import { createSeenDevices } from './devices/seen.ts'
import { chooseEncryption } from './encrypt-devices.ts'
import { createApp } from './http/app.ts'
import type { Services } from './http/services.ts'
import { readStoreName } from './http/trust-routes.ts'
import { createHub, type Hub } from './hub.ts'
import { watchPrices } from './prices/price-watch.ts'
import { queuePrintJobs } from '#spool/outbox.ts'
import type { ServerProblem } from './problem.ts'
import { openStore } from './store.ts'
import { createStores } from './stores/stores.ts'
import { createSetupDoor } from './setup/door.ts'
import { openSockets } from './sync/sockets.ts'
import { planHttps, type HttpsPlan, type HttpsWay, type OpenHttps } from './tls/https.ts'
import { openWorkshop, type Workshop } from './workshop.ts'
import { joinBeforeStart, joinCloud } from './upstream/join.ts'
import { readMembership } from './upstream/membership.ts'
import type { DeviceKeys } from '#sync/device-keys.ts'
import type { Replica } from '#sync/replica.ts'
import { openUplink, type Uplink } from './upstream/uplink.ts'
import { startUpkeep } from './upkeep.ts'

export interface RunningServer {
  readonly port: number
  /** How the store's other devices come in; null: they do not, or a proxy lets them. */
  readonly https: HttpsWay | null
  readonly hub: Hub
  readonly pairingCodes: PairingCodes
  /** What the first owner sets the store up with; null: somebody works here already. */
  readonly setupCode: string | null
  /** True when the demo café lives here. */
  readonly demo: boolean
  close(): Promise<void>
}

export interface DemoOptions {
  /** Where the demo's receipts go: the virtual printer. */
  readonly printer: { readonly host: string; readonly port: number }
}

/** Opens the database, serves screens, API and sockets, and prints. `demo` null: no demo café is made. */
export async function startServer(
  config: Config,
  demo: DemoOptions | null,
): Promise<Result<RunningServer, ServerProblem>> {
  const log = pino({ level: config.logLevel, redact: ['req.headers.authorization', '*.pin', '*.token'] })
  const opened = await openServerDatabase(config)
  if (!opened.ok) return opened
  const database = opened.value
  // Two processes may start at once on an empty database: one makes the store, the other finds it.
  const prepared = await exclusively(database, 'start', () => prepare(config, demo, database))
  if (!prepared.ok) {
    await database.close()
    return prepared
  }
  const { tokens, replica, root, keys, isDemo } = prepared.value
  const hub = createHub(replica, config.databaseUrl === null ? 'store' : 'cloud', root)
  const stores = createStores(database, hub)
  let uplink: Uplink | null = null
  let workshop: Workshop | null = null
  let https: OpenHttps | null = null
  const planned = await planHttpsOf(config, replica, log)
  if (!planned.ok) {
    await database.close()
    return planned
  }
  const plan = planned.value
  const pairingCodes = createPairingCodes(database)
  const seen = createSeenDevices(database)
  const setup = createSetupDoor(hub, nativePins, prepared.value.empty && !isDemo)
  const services: Services = {
    hub,
    stores,
    database,
    tokens,
    pins: nativePins,
    pairingCodes,
    seen,
    setup,
    https: plan,
    openPairing: isDemo,
    upstreamState: () => uplink?.state() ?? null,
    kickPrinting: () => workshop?.kickPrinting(),
  }
  const app = await createApp(services, PATHS, {
    level: config.logLevel,
    redact: ['req.headers.authorization'],
  })
  const sockets = openSockets(app.server, { stores, tokens, database, seen }, plan !== null)
  const upkeep = startUpkeep(stores, database, log)
  const prices = watchPrices(stores, log)
  workshop = await openWorkshop(config, { database, stores, rooms: sockets.rooms, log })

  async function close(): Promise<void> {
    await uplink?.stop()
    // At once: Socket.IO waits until every connection has ended, and only the app cuts those that say nothing.
    await Promise.all([sockets.close(), app.close(), https?.close()])
    await workshop?.close()
    await Promise.all([upkeep.close(), prices.close(), seen.close()])
    await database.close()
  }

  try {
    await app.listen({ host: config.host, port: config.port })
    https = plan === null ? null : await plan.open(app.server)
  } catch (error) {
    await close()
    return err(whyNotListening(config, error))
  }
  const { port } = app.server.address() as AddressInfo
  if (config.upstreamUrl !== null) uplink = await openUplinkOf(config, { database, tokens, hub, keys })
  return ok({ port, https, hub, pairingCodes, setupCode: setup.code, demo: isDemo, close })
}

async function planHttpsOf(
  config: Config,
  { db, store }: Hub['replica'],
  log: Logger,
): Promise<Result<HttpsPlan | null, ServerProblem>> {
  if (config.https === null) return ok(null)
  const name = await readStoreName(db, store)
  return planHttps(config.https, config, name, (problem) =>
    log.error(problem, 'the certificate is not renewed'),
  )
}

function whyNotListening({ host, port, https }: Config, error: unknown): ServerProblem {
  const detail = error instanceof Error ? error.message : String(error)
  const busy = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  const ports = https === null ? String(port) : `${port}, ${https.port}`
  return { code: busy ? 'port_busy' : 'bad_setting', detail: `${host}:${ports} ${detail}` }
}

interface Prepared {
  readonly tokens: Tokens
  readonly replica: Replica
  readonly root: string
  readonly keys: DeviceKeys
  readonly isDemo: boolean
  /** Nobody works here yet. */
  readonly empty: boolean
}

/** The installation's keys and its store, made on the first start. */
async function prepare(
  config: Config,
  demo: DemoOptions | null,
  database: Database,
): Promise<Result<Prepared, ServerProblem>> {
  const tokens = await openTokens(database)
  const joined = await joinBeforeStart(database, tokens, config)
  if (!joined.ok) return joined
  const { replica, root, keys, empty } = await openStore(database, async (tx, events) => {
    if (config.printing) await queuePrintJobs(tx, events, { owner: null, now: Date.now() })
  })
  const isDemo = demo !== null && !config.production && (await prepareDemo(replica.db, replica, empty, demo))
  await chooseEncryption(replica, config.encryptDevices)
  return ok({ tokens, replica, root, keys, isDemo, empty })
}

interface UplinkParts {
  readonly database: Database
  readonly tokens: Tokens
  readonly hub: Hub
  readonly keys: DeviceKeys
}

async function openUplinkOf(config: Config, { database, tokens, hub, keys }: UplinkParts): Promise<Uplink> {
  const kept = await readMembership(database)
  // The address may change, as when the cloud moves; the membership stays.
  const membership = kept === null ? null : { ...kept, url: config.upstreamUrl ?? kept.url }
  return openUplink({ hub, database, keys, membership, enrol: () => joinCloud(database, tokens, config) })
}

const PATHS = {
  screens: fileURLToPath(new URL('../../dist/app', import.meta.url)),
  pictures: fileURLToPath(new URL('../demo/pictures', import.meta.url)),
}

const DEMO_KEY = 'demo'

async function prepareDemo(
  db: Hub['replica']['db'],
  replica: Hub['replica'],
  empty: boolean,
  { printer }: DemoOptions,
): Promise<boolean> {
  if (empty) {
    await seedDemo(replica, nativePins, printer)
    await writeLocal(db, replica.store, DEMO_KEY, 'yes')
    return true
  }
  if ((await readLocal(db, replica.store, DEMO_KEY)) !== 'yes') return false
  const known = await readRecord(db, replica.store, 'printer', 'printer-receipt')
  if (known?.host !== printer.host || known.port !== printer.port) {
    await pointDemoPrinter(replica, printer.host, printer.port)
  }
  return true
}
