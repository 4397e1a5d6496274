import { mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addTea, openOrder, pay, run, seeded } from '../contract/cafe.ts'
import { createRandom } from '../simulation/random.ts'
import { readLeftFile } from '../support/kept-log.ts'
import { powerCut, promisedAt } from '../support/power-cut.ts'
import { report, timesOf } from '../support/prove.ts'
import { openRecorded, type DiskAct } from '../support/recording-vfs.ts'

const CUTS = timesOf(300)
const SEED = 2_613
const FILE = 'hub.db'
const ORDERS = 12

describe('[SYNC10] the power goes at any moment, and of what was not flushed any part is on the disk', () => {
  it(
    'what was promised is there, whole and chained, with the settings of a hub',
    { timeout: 60_000 + CUTS * 60 },
    async () => {
      const acts = await recordService('full')
      const { lost, damaged } = await cutOften(acts, CUTS)
      const syncs = acts.filter(({ kind }) => kind === 'sync').length
      report(
        `${CUTS} power cuts in ${acts.length} acts with ${syncs} flushes: ${lost} lost, ${damaged} damaged`,
      )
      expect({ lost, damaged }).toEqual({ lost: 0, damaged: 0 })
    },
  )

  it('and without flushes the same cuts do lose: this test can fail', async () => {
    const { lost } = await cutOften(await recordService('off'), 50)
    expect(lost).toBeGreaterThan(0)
  })
})

/** A few orders, each promised to others when its command is done, as a hub does with an acknowledgement. */
async function recordService(synchronous: 'full' | 'off'): Promise<readonly DiskAct[]> {
  const { source, acts } = await openRecorded(FILE)
  const session = await source.acquire()
  await session.execute(`pragma synchronous = ${synchronous}`, [])
  // The file itself is written again and again, not once in a long evening.
  await session.execute('pragma wal_autocheckpoint = 40', [])
  await source.release(session)
  const till = await seeded(source)
  const promise = async (): Promise<void> => {
    acts.push({ kind: 'promised', seq: (await till.heads()).get('till')?.seq ?? 0 })
  }
  await promise()
  for (let n = 0; n < ORDERS; n += 1) {
    for (const command of [openOrder(`o${n}`), addTea(`o${n}`, `i${n}`), pay(`o${n}`, `p${n}`, 250)]) {
      await run(till, `${n}-${command.type}`, command)
      await promise()
    }
  }
  return [...acts]
}

async function cutOften(acts: readonly DiskAct[], times: number): Promise<{ lost: number; damaged: number }> {
  const random = createRandom(SEED)
  const folder = mkdtempSync(join(tmpdir(), 'comanda-power-'))
  let lost = 0
  let damaged = 0
  for (let n = 0; n < times; n += 1) {
    const cut = random.int(0, acts.length)
    const path = join(folder, `${n}-${FILE}`)
    for (const [name, bytes] of powerCut(acts, cut, random)) {
      writeFileSync(path + name.slice(FILE.length), bytes)
    }
    try {
      const kept = readLeftFile(path).heads.get('till') ?? 0
      if (kept < promisedAt(acts, cut)) lost += 1
    } catch {
      damaged += 1
    }
    for (const end of ['', '-wal', '-shm']) await rm(path + end, { force: true })
  }
  await rm(folder, { recursive: true, force: true })
  return { lost, damaged }
}
