import type { Draft } from '#domain/event/event.ts'
import { minor } from '#domain/money/money.ts'
import type { Planted } from './planted.ts'
import { WRONG_FOLDS } from './planted-folds.ts'

type DomainEvent = Draft['event']

/** Changes what is decided, event by event. */
function deciding(change: (event: DomainEvent) => DomainEvent): NonNullable<Planted['drafts']> {
  return (drafts) => drafts.map(({ ent, event }) => ({ ent, event: change(event) }))
}

function rewriting(match: string, from: string, to: string): NonNullable<Planted['sql']> {
  return (text) => (text.includes(match) ? text.replace(from, to) : text)
}

const SYNC: { readonly [name: string]: Planted } = {
  'no dedup': { product: { noDedup: true } },
  'no flush': { product: { noFlush: true } },
  'acknowledged before the flush': { product: { ackBeforeFlush: true } },
  'flush that lies': { flushLies: true },
  'no tie break': { product: { noTieBreak: true } },
  'late events not folded anew': { product: { noFoldAnew: true } },
  'gap accepted': { product: { gapAccepted: true } },
  'half a txn accepted': { product: { tornTxn: true } },
  'hash not checked': { product: { noHashCheck: true } },
  'signature not checked': { product: { noSignatureCheck: true } },
  'relay drops the signature': { product: { dropsSignatures: true } },
  'store not checked': { product: { anyStore: true } },
  'quarantine drops': { product: { noQuarantine: true } },
  'stamp by the clock alone': { product: { stampByClock: true } },
  'lower heads not noticed': { product: { headsOnlyRise: true } },
  'cursor of what was sent': { reply: 'cursor' },
  'heads compared by nobody': { reply: 'without_events' },
  'payload encoded anew': { reply: 'encoded_anew' },
  'everybody is told': { tellsEverybody: true },
  'hub keeps its devices to itself': { hubKeepsOthers: true },
}

/** Of copies, wiped devices and programs of several versions. */
const PASTS: { readonly [name: string]: Planted } = {
  'forked device stays who it is': { neverRenews: true },
  'renewed device keeps a letter': { keepsLetter: true },
  'forked log of another kept': { neverRewinds: true },
  'forked tail dropped': { product: { tailDropped: true } },
  'rest of a forked log kept by one': { product: { forkTailIgnored: true } },
  'written again counts twice': { product: { againCounts: true } },
  'common past not found': {
    sql: rewriting('select "seq", "hash" from "journal"', 'where', 'where 1 = 0 and'),
  },
  'taken back, and still in the tables': {
    sql: rewriting('delete from entities', 'where', 'where 1 = 0 and'),
  },
  'wiped device comes back as before': { joinsAsBefore: true },
  'update folds nothing': { noCatchUp: true },
  'unknown event refused': { refusesUnknown: true },
  'order that cannot be read is changed': {
    sql: (text) => text.replace(/^select (state|e\.state), (e\.)?read_only/, 'select $1, 0 as read_only'),
  },
  'let go before the cloud has it': { product: { pruneUnsafe: true } },
  'open order let go': { product: { pruneOpen: true } },
  'let go without a base': { product: { pruneNoBase: true } },
  'page of all stores': {
    sql: rewriting('from "journal" where "store" = ? and "n" >=', '"store" = ?', `coalesce(?, '') <> ''`),
  },
}

const DATABASE: { readonly [name: string]: Planted } = {
  'lock missing': { noMutex: true },
  'failed transaction kept half': { rollbackKeeps: true },
  'txn id not asked': { sql: rewriting('txn_id = ? limit 1', 'limit 1', 'and 1 = 0 limit 1') },
  'projection written once': {
    sql: (text) => (text.startsWith('insert into "order_items"') ? once(text) : text),
  },
  'head written once': { sql: (text) => (text.startsWith('insert into "heads"') ? once(text) : text) },
  'order number used again': {
    sql: rewriting(
      'select count(*) as "count" from "orders"',
      'where "store" = ?',
      `where "status" = 'open' and "store" = ?`,
    ),
  },
  'merged order left out of the bill': {
    sql: rewriting('merged_into in', 'where store', 'where 1 = 0 and store'),
  },
  'orders merged into each other vanish': {
    sql: rewriting('from "orders" as "a"', 'where "a"', 'where 1 = 0 and "a"'),
  },
  'kitchen forgets what is being made': {
    sql: rewriting(
      '"preparation" in (?, ?)',
      '"preparation" in (?, ?)',
      `"preparation" in (?, ?) and "preparation" = 'pending'`,
    ),
  },
  'drawer without its refunds': {
    sql: rewriting('from "refunds" where "store" = ? and "shift_id"', 'where', 'where 1 = 0 and'),
  },
  'one store for all heads': {
    sql: rewriting('select dev, seq, hash from heads', 'where store = ?', `where coalesce(?, '') <> ''`),
  },
}

const DECISIONS: { readonly [name: string]: Planted } = {
  'refund without a cap': {
    drafts: deciding((event) =>
      event.type === 'payment_refunded'
        ? { ...event, payload: { ...event.payload, amount: minor(event.payload.amount * 2) } }
        : event,
    ),
  },
  'close loses a line': {
    drafts: deciding((event) => {
      if (event.type !== 'order_closed') return event
      const { sale } = event.payload
      return { ...event, payload: { sale: { ...sale, lines: sale.lines.slice(1) } } }
    }),
  },
  'approval not asked for': {
    drafts: deciding((event) =>
      event.type === 'item_voided' ? { ...event, payload: { ...event.payload, approvedBy: null } } : event,
    ),
  },
  'change is wrong': {
    drafts: deciding((event) =>
      event.type === 'payment_taken' && event.payload.tip > 0
        ? { ...event, payload: { ...event.payload, change: event.payload.tip } }
        : event,
    ),
  },
}

/** Every bug that is planted to see it found, by name. */
export const PLANTED: ReadonlyMap<string, Planted> = new Map([
  ...Object.entries(SYNC),
  ...Object.entries(PASTS),
  ...Object.entries(DATABASE),
  ...Object.entries(WRONG_FOLDS).map(([name, fold]): [string, Planted] => [name, { product: { fold } }]),
  ...Object.entries(DECISIONS),
])

/** What is there already stays as it is. */
function once(text: string): string {
  return text.replace(/do update set .*$/, 'do nothing')
}
