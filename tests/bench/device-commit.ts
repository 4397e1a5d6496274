import type { Page } from 'playwright-core'
import type { Actions, Ask } from '#device/messages.ts'
import { menu } from '#demo/menu/menu.ts'
import { openCafe } from '../support/cafe.ts'
import { openCommitPage } from './commit-page.ts'
import { atMost, latencyRows, type Measured } from './rows.ts'
import { openStation, pause, type Station } from './station.ts'
import { percentile } from './stats.ts'

const WARM_UP = 10
const COMMANDS = 160
const ITEMS_AN_ORDER = 10
/** Screens have painted the last command before the next one comes, as with a person. */
const BETWEEN_COMMANDS_MS = 60
const TARGET_MS = 12

/** A real command through the device's worker, and the bare commit in it, beside plain writes to a file. */
export async function measureDeviceCommit(): Promise<Measured> {
  const cafe = await openCafe({ printing: false })
  const till = await openStation(cafe.origin, '/')
  const bare = await openCommitPage(till.context)
  await till.page.bringToFront()
  const bytes = await countBytes(till)
  const commands: number[] = []
  const commandPlains: number[] = []
  const commits: number[] = []
  const commitPlains: number[] = []
  const sealed: number[] = []
  try {
    for (let i = -WARM_UP; i < COMMANDS; i += 1) {
      const took = await addItem(till, i + WARM_UP)
      const written = await bytes()
      await pause(BETWEEN_COMMANDS_MS)
      const times = await bare.measure(i + WARM_UP + 1, written)
      if (i < 0) continue
      commands.push(took)
      commandPlains.push(times.askedMs)
      commits.push(times.commitMs)
      commitPlains.push(times.plainMs)
      sealed.push(times.sealedMs)
    }
  } finally {
    await bare.close()
    await till.close()
    await cafe.close()
  }
  const shares = [0.5, 0.95]
  return {
    rows: [
      ...latencyRows(
        'add_item from the page and back; a plain write and flush',
        shares,
        commands,
        commandPlains,
      ),
      ...latencyRows('One event committed; a plain write and flush', shares, commits, commitPlains),
      ...latencyRows('One event committed encrypted; the same not encrypted', shares, sealed, commits),
    ],
    checks: [atMost('Durable command on the device p95', percentile(commands, 0.95), TARGET_MS)],
  }
}

/** What makes a dish ask for something before it is on the order. */
const ASKING = ['variants', 'pricing', 'groups', 'slots']
const DISHES = menu.filter(
  ({ type, fields }) => type === 'menu_item' && !ASKING.some((field) => field in fields),
)

let orderId = ''

/** Milliseconds from the page's message to the worker to its answer. */
async function addItem(till: Station, n: number): Promise<number> {
  if (n % ITEMS_AN_ORDER === 0) {
    orderId = crypto.randomUUID()
    await till.command({ type: 'open_order', orderId, service: 'takeaway', tableId: null, covers: 1 })
    await till.go(`/orders/${orderId}`)
    await pause(BETWEEN_COMMANDS_MS)
  }
  const menuItemId = DISHES[n % DISHES.length]?.id ?? ''
  const itemId = crypto.randomUUID()
  const command = { type: 'add_item', orderId, itemId, menuItemId, qty: 1, note: '' } as const
  const params = { token: till.token, commandId: crypto.randomUUID(), command }
  return timed(till.page, { kind: 'action', name: 'command', params })
}

async function timed(page: Page, ask: Ask): Promise<number> {
  const { took, result } = await page.evaluate(async (asked) => {
    const startedAt = performance.now()
    const answer = await bench.ask(asked)
    return { took: performance.now() - startedAt, result: answer }
  }, ask)
  const answer = result as Actions['command']['result']
  if (!answer.ok) throw new Error(`assertion failed: the command was refused: ${answer.error.code}`)
  return took
}

/** Counts what the device's worker writes to its files; the function tells how much since it was last asked. */
async function countBytes({ page }: Station): Promise<() => Promise<number>> {
  const [worker] = page.workers()
  if (worker === undefined) throw new Error('assertion failed: the page has a worker')
  await worker.evaluate(`{
    const files = FileSystemSyncAccessHandle.prototype
    const { write } = files
    globalThis.written = 0
    files.write = function (data, options) {
      globalThis.written += data.byteLength
      return write.call(this, data, options)
    }
  }`)
  return () => worker.evaluate<number>('[globalThis.written, (globalThis.written = 0)][0]')
}
