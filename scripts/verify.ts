/**
 * Checks an exported journal without a line of the engine: `npm run verify -- FILE`. The file is NDJSON: a first line
 * `{"comanda":"journal/1","store":…,"heads":…}`, then one event a line, any order of devices (docs/protocol.md,
 * Export). It names the first bad event, and ends with 1 if there is one.
 */
import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto'
import { createReadStream } from 'node:fs'

interface Event {
  readonly store: string
  readonly dev: string
  readonly seq: number
  readonly txn: { readonly id: string; readonly i: number; readonly n: number }
  readonly hlc: string
  readonly wall: number
  readonly off: number
  readonly actor: string
  readonly entType: string
  readonly entId: string
  readonly type: string
  readonly v: number
  readonly crit: boolean
  readonly payload: string
  readonly prev: string
  readonly hash: string
  readonly sig?: string
}

interface Log {
  seq: number
  hash: string
  /** The user action that is not complete yet. */
  open: { readonly id: string; readonly n: number; next: number } | null
  /** What is wrong with the first event that no signature of its author covers yet. */
  unsigned: string | null
}

/** What the first line says: whose journal this is, and how far each device's log must reach. */
interface Head {
  readonly store: string
  readonly heads: { readonly [dev: string]: readonly [number, string] } | null
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

class BadEvent extends Error {}

function told(line: number, event: Partial<Event>, why: string): string {
  const name = `${event.dev ?? '?'} ${event.seq ?? '?'}`
  return `line ${line}: event ${name} (${event.type ?? 'unknown'}): ${why}`
}

function fail(line: number, event: Partial<Event>, why: string): never {
  throw new BadEvent(told(line, event, why))
}

const TEXTS = ['store', 'dev', 'hlc', 'actor', 'entType', 'entId', 'type', 'payload', 'prev', 'hash'] as const
const NUMBERS = ['seq', 'wall', 'off', 'v'] as const
// A line feed in a field would let one event be read as another with the same hash.
const ONE_LINE = /^[^\n]*$/

function isEvent(value: unknown): value is Event {
  if (typeof value !== 'object' || value === null) return false
  const event = value as { readonly [field: string]: unknown }
  const txn = event['txn'] as { readonly [field: string]: unknown } | null | undefined
  return (
    TEXTS.every((field) => typeof event[field] === 'string' && ONE_LINE.test(event[field])) &&
    NUMBERS.every((field) => Number.isSafeInteger(event[field])) &&
    typeof event['crit'] === 'boolean' &&
    ['string', 'undefined'].includes(typeof event['sig']) &&
    typeof txn === 'object' &&
    txn !== null &&
    typeof txn['id'] === 'string' &&
    ONE_LINE.test(txn['id']) &&
    Number.isSafeInteger(txn['i']) &&
    Number.isSafeInteger(txn['n'])
  )
}

function hashOf(event: Event): string {
  const { txn } = event
  const author = [event.prev, event.store, event.dev, event.seq]
  const action = [txn.id, txn.i, txn.n, event.hlc, event.wall, event.off, event.actor]
  const what = [event.entType, event.entId, event.type, event.v, event.crit ? 1 : 0, event.payload]
  const lines = ['comanda/event/1', ...author, ...action, ...what]
  return createHash('sha256').update(lines.join('\n'), 'utf8').digest('hex')
}

function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`
}

function checkChain(line: number, event: Event, logs: Map<string, Log>): void {
  const log = logs.get(event.dev) ?? { seq: 0, hash: '0'.repeat(64), open: null, unsigned: null }
  if (event.seq !== log.seq + 1) fail(line, event, `number ${log.seq + 1} was expected: a gap or a repeat`)
  if (event.prev !== log.hash) fail(line, event, 'does not follow the event before it')
  if (hashOf(event) !== event.hash) fail(line, event, 'its hash is not that of its content')
  checkTxn(line, event, log)
  if (KEYED_ID.test(event.dev))
    log.unsigned = covers(event) ? null : (log.unsigned ?? told(line, event, UNSIGNED))
  log.seq = event.seq
  log.hash = event.hash
  logs.set(event.dev, log)
}

// A UUID of version 8: such a device's id is made of its key, and it signs each action with its last event.
const KEYED_ID = /^dev-[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const UNSIGNED = 'no signature of its device covers it'

/** Whether its author's own key signed the log up to this event. */
function covers({ store, dev, seq, hash, txn, sig }: Event): boolean {
  const [x = '', signature = ''] = txn.i === txn.n - 1 ? (sig ?? '').split('.') : []
  const hex = createHash('sha256').update(`comanda/device/1\n${x}`).digest('hex')
  const variant = (Number.parseInt(hex.charAt(16), 16) % 4) + 8
  const id = `${hex.slice(0, 12)}8${hex.slice(13, 16)}${variant.toString(16)}${hex.slice(17, 32)}`
  if (`dev${id}` !== dev.replaceAll('-', '')) return false
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  const text = ['comanda/head/1', store, dev, seq, hash].join('\n')
  return verifySignature(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'))
}

function checkTxn(line: number, event: Event, log: Log): void {
  const { id, i, n } = event.txn
  const open = log.open ?? { id, n, next: 0 }
  if (open.id !== id || open.n !== n || open.next !== i)
    fail(line, event, 'an action before it is not complete')
  open.next += 1
  log.open = open.next === n ? null : open
}

function checkPayload(line: number, event: Event): Json {
  let payload: Json
  try {
    payload = JSON.parse(event.payload) as Json
  } catch {
    return fail(line, event, 'its payload is no JSON')
  }
  if (canonical(payload) !== event.payload) fail(line, event, 'its payload is not in canonical form')
  return payload
}

const FIGURES = ['subtotal', 'discount', 'charge', 'relief', 'net', 'tax', 'total'] as const

interface Sale {
  readonly subtotal: number
  readonly discount: number
  readonly charge: number
  readonly relief: number
  readonly net: number
  readonly tax: number
  readonly total: number
  readonly lines: readonly {
    readonly itemId: string
    readonly qty: number
    readonly unitPrice: number
    readonly amount: number
    readonly discount: number
    readonly charge: number
    readonly tax: number
    readonly total: number
  }[]
  readonly taxes: readonly { readonly tax: number; readonly inclusive: boolean }[]
  readonly payments: readonly { readonly amount: number }[]
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)

/** The sale inside a payload of version 1; later versions are not this program's to judge. */
function saleIn(line: number, event: Event, payload: Json): Sale {
  const sale = (payload as { readonly sale?: Partial<Sale> } | null)?.sale
  const lists = [sale?.lines, sale?.taxes, sale?.payments]
  if (sale === undefined || !lists.every(Array.isArray)) fail(line, event, 'it holds no sale')
  if (!FIGURES.every((name) => Number.isSafeInteger(sale[name]))) fail(line, event, 'a figure is missing')
  return sale as Sale
}

/** A sale's own figures must agree: whatever program wrote it, its receipt and its report are the same money. */
function checkSale(line: number, event: Event, sale: Sale): void {
  const onTop = sum(sale.taxes.filter((tax) => !tax.inclusive).map((tax) => tax.tax))
  const agree: readonly (readonly [string, number, number])[] = [
    ['lines and subtotal', sum(sale.lines.map((one) => one.amount)), sale.subtotal],
    ['line discounts and discount', sum(sale.lines.map((one) => one.discount)), sale.discount],
    ['line totals and total', sum(sale.lines.map((one) => one.total)), sale.total],
    ['taxes and tax', sum(sale.taxes.map((tax) => tax.tax)), sale.tax],
    ['net and tax, and total', sale.net + sale.tax, sale.total],
    ['parts and total', sale.subtotal - sale.discount + sale.charge + onTop - sale.relief, sale.total],
    ['line charges and charge', sum(sale.lines.map((one) => one.charge)), sale.charge],
    ...sale.lines.map(
      (one) => [`${one.itemId}: price × quantity and amount`, one.unitPrice * one.qty, one.amount] as const,
    ),
  ]
  for (const [what, a, b] of agree) if (a !== b) fail(line, event, `${what} differ: ${a} and ${b}`)
  // More may have been paid than was due: a terminal's late answer. Less never closes an order.
  const paid = sum(sale.payments.map((one) => one.amount))
  if (paid < sale.total) fail(line, event, `payments and total differ: ${paid} and ${sale.total}`)
}

interface Totals {
  events: number
  sales: number
  sold: number
}

function checkLine(line: number, text: string, store: string, logs: Map<string, Log>, totals: Totals): void {
  let event: unknown
  try {
    event = JSON.parse(text)
  } catch {
    return fail(line, {}, 'the line is no JSON')
  }
  if (!isEvent(event)) return fail(line, Object(event) as Partial<Event>, 'it lacks a field, or one is odd')
  if (event.store !== store) fail(line, event, `it is of another store: ${event.store}`)
  checkChain(line, event, logs)
  const payload = checkPayload(line, event)
  totals.events += 1
  if (event.type !== 'order_closed' || event.v !== 1) return
  const sale = saleIn(line, event, payload)
  checkSale(line, event, sale)
  totals.sales += 1
  totals.sold += sale.total
}

/** A cut file has whole lines too: each device's log must reach what the first line promised. */
function checkEnd({ heads }: Head, logs: ReadonlyMap<string, Log>): void {
  for (const [dev, log] of logs) {
    if (log.unsigned !== null) throw new BadEvent(log.unsigned)
    if (log.open !== null) throw new BadEvent(`after ${dev} ${log.seq}: the file ends inside an action`)
  }
  for (const [dev, [seq, hash]] of Object.entries(heads ?? {})) {
    const log = logs.get(dev) ?? { seq: 0, hash: '' }
    if (log.seq < seq)
      throw new BadEvent(`event ${dev} ${log.seq + 1} is missing: the file ends before ${seq}`)
    if (log.seq > seq || log.hash !== hash)
      throw new BadEvent(`event ${dev} ${log.seq} is not the promised last`)
  }
}

/** Lines end at line feeds alone; `readline` would also cut at U+2028, which may stand in a guest's note. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = ''
  for await (const part of createReadStream(file, 'utf8')) {
    const lines = (rest + String(part)).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}

async function verify(file: string): Promise<void> {
  const logs = new Map<string, Log>()
  const totals: Totals = { events: 0, sales: 0, sold: 0 }
  let head: Head | null = null
  let line = 0
  for await (const text of linesOf(file)) {
    line += 1
    if (head === null) head = headOf(text)
    else if (text !== '') checkLine(line, text, head.store, logs, totals)
  }
  if (head === null) throw new BadEvent('the file is empty')
  checkEnd(head, logs)
  for (const [dev, log] of [...logs].sort()) console.log(`${dev} ${log.seq} ${log.hash}`)
  const { events, sales, sold } = totals
  console.log(`${events} events of ${logs.size} devices, ${sales} sales, ${sold} sold: all good`)
  if (head.heads === null)
    console.log('The file does not say how far it should go: a missing end is not seen.')
}

function headOf(text: string): Head {
  try {
    const head = JSON.parse(text) as { readonly comanda?: unknown } & Partial<Head>
    if (head.comanda === 'journal/1' && typeof head.store === 'string') {
      return { store: head.store, heads: head.heads ?? null }
    }
  } catch {
    // Said below.
  }
  throw new BadEvent('line 1 is not the head of a Comanda journal')
}

const file = process.argv[2]
if (file === undefined) {
  console.error('npm run verify -- FILE')
  process.exitCode = 2
} else {
  try {
    await verify(file)
  } catch (error) {
    console.error(error instanceof BadEvent ? error.message : `cannot read ${file}: ${String(error)}`)
    process.exitCode = 1
  }
}
