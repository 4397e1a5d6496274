/** `npx tsx scripts/encrypt.ts`: encrypts the stopped server's SQLite file with the key its settings name. */
import { errors } from '../src/i18n/errors.ts'
import { readConfig } from '../src/server/config.ts'
import { encryptDatabase } from '../src/server/database/encrypt.ts'

const config = readConfig(process.env)
const done = config.ok ? await encryptDatabase(config.value) : config
if (done.ok) {
  const said = { now: 'The data is encrypted now.', already: 'The data is encrypted already.' }
  console.log(`${said[done.value]} Without its key nobody can read it: keep a copy of the key elsewhere.`)
} else {
  const words = errors[done.error.code]
  console.error(`\n${words.message} [${done.error.code}]\n${done.error.detail}\n${words.remedy}\n`)
  process.exitCode = 1
}
