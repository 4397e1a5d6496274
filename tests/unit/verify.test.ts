import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Envelope } from '#domain/event/envelope.ts'
import { openSqlite } from '#server/database/sqlite.ts'
import { addTea, openOrder, run } from '../contract/cafe.ts'
import { cafeDay } from '../contract/scenario-checks.ts'
import { eventsIn, journalText } from '../support/golden.ts'
import { forge, keyedDevice, signedBy } from '../support/keyed.ts'
import { seal, seededReplica } from '../support/replicas.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'comanda-verify-'))
afterAll(() => rmSync(folder, { recursive: true }))

let good: string
beforeAll(async () => {
  const till = await cafeDay(openSqlite(':memory:'))
  // Two line ends that are none in JSON.
  await run(till, 'odd', addTea('o3', 'i9', 1, 'one\u2028two\u2029three'))
  good = await journalText(till)
})

interface Verdict {
  readonly code: number
  readonly said: string
}

/** What the stand-alone program makes of a file. */
async function verify(text: string): Promise<Verdict> {
  const file = join(folder, 'journal.ndjson')
  writeFileSync(file, text)
  const args = ['--import', 'tsx', join(ROOT, 'scripts/verify.ts'), file]
  try {
    return { code: 0, said: (await promisify(execFile)(process.execPath, args, { cwd: ROOT })).stdout }
  } catch (error) {
    const { code, stderr } = error as { readonly code: number; readonly stderr: string }
    return { code, said: stderr }
  }
}

function linesOf(text: string): string[] {
  return text.split('\n').slice(0, -1)
}

function textOf(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`
}

/** A forger's journal: payloads changed, and every hash from there on, and the promise, made to fit. */
function forged(change: (event: Envelope) => Envelope): string {
  const before = eventsIn(good) as readonly Envelope[]
  let prev = '0'.repeat(64)
  const events = before.map((event) => {
    const sealed = seal({ ...change(event), prev })
    prev = sealed.hash
    return sealed
  })
  const [first = ''] = linesOf(good)
  const head = { ...(JSON.parse(first) as object), heads: { till: [events.length, prev] } }
  return textOf([head, ...events].map((line) => JSON.stringify(line)))
}

/** The sale of the first close with some of its figures changed. */
function withSale(figures: (sale: Record<string, unknown>) => object): string {
  let done = false
  return forged((event) => {
    if (event.type !== 'order_closed' || done) return event
    done = true
    const { sale } = JSON.parse(event.payload) as { readonly sale: Record<string, unknown> }
    return { ...event, payload: canonical({ sale: { ...sale, ...figures(sale) } }) }
  })
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  )
}

function placeOf(type: string): number {
  return linesOf(good).findIndex((line) => line.includes(`"type":"${type}"`))
}

describe('[EXPORT2] the stand-alone check of a journal', () => {
  test('passes a good one and says what is in it', async () => {
    const { code, said } = await verify(good)
    const events = linesOf(good).length - 1
    expect({ code, said }).toEqual({
      code: 0,
      said: expect.stringContaining(`${events} events of 1 devices, 3 sales, 1250 sold: all good`),
    })
  })

  test('passes a forged one only where nothing was changed', async () => {
    expect(await verify(forged((event) => event))).toMatchObject({ code: 0 })
  })

  test.each([
    ['a flipped byte', (line: string) => line.replace('"actor":"ana"', '"actor":"anb"')],
    ['a flipped byte in a payload', (line: string) => line.replace('\\"qty\\":2', '\\"qty\\":3')],
  ])('names the event with %s', async (_, flip) => {
    const lines = linesOf(good)
    const n = lines.findIndex((line) => flip(line) !== line)
    const event = JSON.parse(lines[n] ?? '') as Envelope
    const changed = lines.map((line, index) => (index === n ? flip(line) : line))
    expect(await verify(textOf(changed))).toEqual({
      code: 1,
      said: expect.stringContaining(
        `line ${n + 1}: event till ${event.seq} (${event.type}): its hash is not that of its content`,
      ),
    })
  })

  test('names the first event after one that is missing', async () => {
    const n = placeOf('item_qty_set')
    const { code, said } = await verify(textOf(linesOf(good).toSpliced(n, 1)))
    expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining(`number ${n} was expected`) })
  })

  test('names a missing last event: a file that was cut', async () => {
    const lines = linesOf(good)
    const last = lines.length - 1
    expect(await verify(textOf(lines.slice(0, -1)))).toEqual({
      code: 1,
      said: expect.stringContaining(`event till ${last} is missing`),
    })
  })

  test('names the first of a swapped pair', async () => {
    const lines = linesOf(good)
    const n = placeOf('item_qty_set')
    const [one = '', other = ''] = lines.splice(n, 2)
    expect(await verify(textOf(lines.toSpliced(n, 0, other, one)))).toEqual({
      code: 1,
      said: expect.stringContaining(`line ${n + 1}: event till ${n + 1} `),
    })
  })

  test.each([
    ['total', (sale: Record<string, unknown>) => ({ total: Number(sale['total']) - 1 })],
    [
      'tax',
      (sale: Record<string, unknown>) => ({ tax: Number(sale['tax']) + 1, net: Number(sale['net']) - 1 }),
    ],
    ['payments', () => ({ payments: [] })],
    ['lines', () => ({ lines: [] })],
    ['figures', () => ({ subtotal: 'much' })],
  ])('names a sale whose %s do not add up, though every hash fits', async (_, figures) => {
    const n = placeOf('order_closed')
    const { code, said } = await verify(withSale(figures))
    expect({ code, said }).toEqual({
      code: 1,
      said: expect.stringContaining(`line ${n + 1}: event till ${n} (order_closed): `),
    })
  })

  test('names a payload that is not written the one way', async () => {
    const spaced = forged((event) =>
      event.seq === 3 ? { ...event, payload: event.payload.replace(':', ': ') } : event,
    )
    expect(await verify(spaced)).toEqual({
      code: 1,
      said: expect.stringContaining(
        'line 4: event till 3 (record_changed): its payload is not in canonical form',
      ),
    })
  })

  test.each([
    ['an empty file', '', 'the file is empty'],
    ['another file', '{"hello":1}\n', 'line 1 is not the head'],
    [
      'a line that is no event',
      '{"comanda":"journal/1","store":"s"}\n{"dev":"till"}\n',
      'line 2: event till ?',
    ],
    ['a line that is no JSON', '{"comanda":"journal/1","store":"s"}\n{"dev\n', 'line 2: event ? ?'],
  ])('refuses %s', async (_, text, said) => {
    expect(await verify(text)).toEqual({ code: 1, said: expect.stringContaining(said) })
  })
})

describe('[SIGN7] [EXPORT2] the journal of a device that signs', () => {
  test('passes, and with a line changed and all hashes made to fit, its first unsigned event is named', async () => {
    const key = await keyedDevice()
    const thief = await keyedDevice()
    const till = await seededReplica(key.dev, { signing: key.signing })
    await run(till, 't1', openOrder('o1'))
    await run(till, 't2', addTea('o1', 'i1', 2))
    await run(till, 't3', { type: 'send_order', orderId: 'o1' })
    const text = await journalText(till)
    expect(await verify(text)).toMatchObject({ code: 0 })

    const events = eventsIn(text) as readonly Envelope[]
    const at = events.findIndex(({ type }) => type === 'item_added')
    const cheaper = (event: Envelope): Envelope => ({
      ...event,
      payload: event.payload.replace('"qty":2', '"qty":1'),
    })
    const signers = [
      async () => undefined,
      async ({ seq }: Envelope) => events[seq - 1]?.sig,
      async (event: Envelope) => signedBy(thief, event),
    ]
    for (const sign of signers) {
      const changed = [...events.slice(0, at), ...(await forge(events.slice(at), cheaper, sign))]
      const last = changed.at(-1)
      const head = { comanda: 'journal/1', store: till.store, heads: { [key.dev]: [last?.seq, last?.hash] } }
      expect(await verify(textOf([head, ...changed].map((line) => JSON.stringify(line))))).toEqual({
        code: 1,
        said: expect.stringContaining(
          `line ${at + 2}: event ${key.dev} ${at + 1} (item_added): no signature of its device covers it`,
        ),
      })
    }
  })
})
