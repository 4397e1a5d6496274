/**
 * Measures what people wait for, beside the barest thing that could do the same on this machine in this run.
 * `npm run bench -- --json FILE --only order,commit,tap,sqlite,postgres,pricing,newdevice,month,fanout,reconnect,stores,peers,menu,start,crowd`
 */
import { existsSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'vite'
import { measureCloudStores } from './cloud-stores.ts'
import { measureColdStart } from './cold-start.ts'
import { measureCrowd } from './crowd.ts'
import { measureDeviceCommit } from './device-commit.ts'
import { measureFanout } from './fanout.ts'
import { measureIngest } from './ingest.ts'
import { measureNewDevice } from './new-device.ts'
import { measureMonth } from './month-report.ts'
import { measureOrderToKitchen } from './order-to-kitchen.ts'
import { measurePeers } from './peers/peers.ts'
import { measurePricing } from './pricing.ts'
import { measureReconnect } from './reconnect.ts'
import type { Measured } from './rows.ts'
import { checkLine, tableOf } from './table.ts'
import { measureTapOnLongMenu, measureTapToPaint } from './tap-to-paint.ts'

const BENCHES: { readonly [name: string]: () => Promise<Measured> } = {
  order: measureOrderToKitchen,
  commit: measureDeviceCommit,
  tap: measureTapToPaint,
  sqlite: () => measureIngest('sqlite'),
  postgres: () => measureIngest('postgres'),
  pricing: measurePricing,
  newdevice: measureNewDevice,
  month: measureMonth,
  fanout: measureFanout,
  reconnect: measureReconnect,
  stores: measureCloudStores,
  peers: measurePeers,
  menu: measureTapOnLongMenu,
  start: measureColdStart,
  crowd: measureCrowd,
}

const ON_SCREENS = ['order', 'commit', 'tap', 'menu', 'start', 'crowd']

const { values } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string' } } })
const wanted = values.only?.split(',') ?? Object.keys(BENCHES)
if (wanted.some((name) => ON_SCREENS.includes(name))) await haveScreens()
const measured: Measured[] = []
for (const name of wanted) {
  const bench = BENCHES[name]
  if (bench === undefined) throw new Error(`There is no bench "${name}": ${Object.keys(BENCHES).join(', ')}.`)
  const startedAt = performance.now()
  try {
    measured.push(await bench())
  } catch (error) {
    // The other figures are still wanted, and so is the exit code.
    console.error(`${name} broke off:`, error)
    process.exitCode = 1
  }
  console.error(`${name}: ${Math.round((performance.now() - startedAt) / 1000)} s`)
}
const rows = measured.flatMap((one) => one.rows)
console.log(`\n${tableOf(rows)}\n`)
for (const check of measured.flatMap((one) => one.checks)) console.log(checkLine(check))
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`)

/** The screens are measured as they are shipped. */
async function haveScreens(): Promise<void> {
  const built = fileURLToPath(new URL('../../dist/app/index.html', import.meta.url))
  if (!existsSync(built))
    await build({ configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)) })
}
