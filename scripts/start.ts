/** `npm start`: the whole café on this machine. On an empty data folder, outside production, the demo café moves in. */
import { join } from 'node:path'
import QRCode from 'qrcode'
import { errors } from '../src/i18n/errors.ts'
import { PortBusyError } from '../src/paper/listen.ts'
import { startVirtualPrinter, type VirtualPrinter } from '../src/paper/server.ts'
import { readConfig, type Config } from '../src/server/config.ts'
import { demoPeople } from '../src/server/demo.ts'
import type { HttpsWay } from '../src/server/tls/https.ts'
import type { ServerProblem } from '../src/server/problem.ts'
import { startServer, type RunningServer } from '../src/server/start.ts'
import { buildScreens, screensAreStale } from './build-screens.ts'

const PRINTER_PORT = Number(process.env['PRINTER_PORT'] ?? 9100)
const PRINTER_HTTP_PORT = Number(process.env['PRINTER_HTTP_PORT'] ?? 9101)

const config = readConfig(process.env)
if (!config.ok) fail(config.error)
else await run(config.value)

async function run(settings: Config): Promise<void> {
  if (screensAreStale()) {
    console.log('Building the screens (once, and after an update)…')
    await buildScreens()
  }
  const printer = settings.production ? null : await startPrinter(settings)
  const demo = settings.production
    ? null
    : { printer: { host: '127.0.0.1', port: printer?.port ?? PRINTER_PORT } }
  const started = await startServer(settings, demo)
  if (!started.ok) {
    await printer?.close()
    fail(started.error)
    return
  }
  const server = started.value
  await welcome(settings, server, printer)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stop(server, printer))
  }
}

/** The café's printer. When its port is taken, whatever listens there is the printer. */
async function startPrinter({ dataDir }: Config): Promise<VirtualPrinter | null> {
  try {
    return await startVirtualPrinter({
      port: PRINTER_PORT,
      httpPort: PRINTER_HTTP_PORT,
      outDir: join(dataDir, 'paper'),
      now: () => Date.now(),
    })
  } catch (error) {
    if (!(error instanceof PortBusyError)) throw error
    console.log(`A printer already listens (port ${error.port}); receipts go there.`)
    return null
  }
}

async function stop(server: RunningServer, printer: VirtualPrinter | null): Promise<void> {
  await server.close()
  await printer?.close()
  process.exit(0)
}

async function welcome(
  settings: Config,
  server: RunningServer,
  printer: VirtualPrinter | null,
): Promise<void> {
  const shown = settings.host === '0.0.0.0' || settings.host === '127.0.0.1' ? 'localhost' : settings.host
  const origin = `http://${shown}:${server.port}`
  console.log('\nComanda is open.\n')
  console.log(`  Till      ${origin}/`)
  console.log(`  Kitchen   ${origin}/kitchen`)
  console.log(`  Reports   ${origin}/reports`)
  if (server.demo) console.log(`  Receipts  http://localhost:${printer?.httpPort ?? PRINTER_HTTP_PORT}/`)
  if (server.demo) {
    console.log('\nPeople of the demo café, with their PINs:\n')
    for (const { name, role, pin } of demoPeople())
      console.log(`  ${name.padEnd(10)} ${role.padEnd(8)} ${pin}`)
  } else if (server.setupCode !== null) {
    console.log(`\nNobody works here yet. Set the restaurant up: ${origin}/#setup=${server.setupCode}`)
    console.log(`  or open the till on any device and type the code ${server.setupCode}.`)
  } else {
    const { code } = await server.pairingCodes.make(Date.now())
    console.log(`\nPair a device within ten minutes with the code ${code}.`)
  }
  const { https } = server
  if (https !== null) tellDevices(https, server.port)
  const phones = https?.authority
    ? `http://${new URL(https.origin()).hostname}:${server.port}/trust`
    : `${https?.origin() ?? origin}/`
  console.log(`\n${await QRCode.toString(phones, { type: 'terminal', small: true })}`)
  console.log(
    `Data is kept in ${settings.databaseUrl === null ? settings.dataDir : 'PostgreSQL'}. Stop with Ctrl+C.`,
  )
}

/** A phone or tablet keeps a till's data over HTTPS alone. */
function tellDevices(https: HttpsWay, port: number): void {
  console.log(`\nPhones and tablets: ${https.origin()}/`)
  if (https.authority === null) return
  console.log(
    `  The first time each opens http://${new URL(https.origin()).hostname}:${port}/trust and is told what to do.`,
  )
  console.log(`  The authority they will trust: ${https.authority.fingerprint}`)
}

function fail({ code, detail }: ServerProblem): void {
  const words = errors[code]
  console.error(`\n${words.message} [${code}]\n${detail}\n${words.remedy}\n`)
  process.exitCode = 1
}
