/**
 * Writes the golden journal of the version in package.json, what it folds to, and the hashes of all payload schemas:
 *
 *   npx tsx scripts/golden.ts
 *
 * A released version's folder is never written again: every program to come must fold it to the same bytes.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { goldenDay } from '../tests/support/golden-day.ts'
import { journalText, schemaHashes, stateText } from '../tests/support/golden.ts'

const root = resolve(import.meta.dirname, '..')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly version: string
}
const folder = join(root, 'tests', 'golden', version)
mkdirSync(folder, { recursive: true })
const till = await goldenDay()
writeFileSync(join(folder, 'day.ndjson'), await journalText(till))
writeFileSync(join(folder, 'day.state.ndjson'), await stateText(till))
writeFileSync(join(root, 'tests', 'golden', 'schemas.json'), `${JSON.stringify(schemaHashes(), null, 2)}\n`)
console.log(`tests/golden/${version} is written`)
