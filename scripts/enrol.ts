/**
 * `npx tsx scripts/enrol.ts [store]`, where the cloud runs: a code with which a hub joins it. Without a store, the hub
 * brings a new one; with the id of a store, the hub takes the place of one that is lost.
 */
import { errors } from '../src/i18n/errors.ts'
import { readConfig } from '../src/server/config.ts'
import { openServerDatabase } from '../src/server/database/open.ts'
import { makeEnrolmentCode } from '../src/server/stores/enrolment-codes.ts'
import { listStores } from '../src/server/stores/registry.ts'

const store = process.argv[2] ?? null
const config = readConfig(process.env)
const opened = config.ok ? await openServerDatabase(config.value) : config
if (!opened.ok) {
  const { code, detail } = opened.error
  console.error(`${errors[code].message} [${code}]\n${detail}\n${errors[code].remedy}`)
  process.exitCode = 1
} else {
  const database = opened.value
  const known = await listStores(database)
  if (store !== null && !known.some(({ id }) => id === store)) {
    console.error(`No hub ever brought the store ${store} here.`)
    process.exitCode = 1
  } else {
    const code = await makeEnrolmentCode(database, store, Date.now())
    console.log(`Start the hub within a day with UPSTREAM_CODE=${code} and UPSTREAM_URL set to this cloud.`)
  }
  if (store === null || process.exitCode === 1) {
    for (const { id, name } of known) console.log(`  ${id}  ${name}`)
  }
  await database.close()
}
