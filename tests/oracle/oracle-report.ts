import type { ReportBooks } from '#domain/report/report-of.ts'

/** Every figure of a report by its own name: "item Tea tea hot qty" → 3. Told from the books in one pass. */
export type Told = ReadonlyMap<string, bigint>

/**
 * The same report computed the plain way, without the code under test: one pass over everything that happened, adding
 * to named counters. Counters that stay at nothing are left out.
 */
export function oracleReport(books: ReportBooks): Told {
  const told = new Map<string, bigint>()
  const add = (name: string, value: number): void => {
    told.set(name, (told.get(name) ?? 0n) + BigInt(value))
  }
  for (const sale of books.sales) {
    addSale(add, sale)
    for (const { paymentId, method, methodName, amount, tip, rounding } of sale.payments) {
      add('tips', books.tips?.get(paymentId) ?? tip)
      add('rounding', rounding)
      add(`method ${methodName || method} count`, 1)
      add(`method ${methodName || method} amount`, amount)
    }
  }
  for (const one of [...books.sales.flatMap((sale) => sale.voids), ...(books.voids ?? [])]) {
    add('voids', one.amount)
    addLoss(add, 'void', [one.kind, one.name, one.reason, one.by, one.approvedBy ?? ''], one.qty, one.amount)
  }
  addRefunds(add, books)
  for (const one of books.given)
    addLoss(add, 'given', [one.kind, one.name, one.reason, one.by, one.approvedBy], one.count, one.amount)
  for (const { name, menuItemId, categoryId, qty, net, worth } of books.costs ?? []) {
    add(`cost ${name} ${menuItemId} ${categoryId} qty`, qty)
    add(`cost ${name} ${menuItemId} ${categoryId} net`, net)
    add(`cost ${name} ${menuItemId} ${categoryId} worth`, worth)
  }
  for (const { id, count, amount, refunded } of books.tipped ?? []) {
    add(`tip ${id} count`, count)
    add(`tip ${id} amount`, amount)
    add(`tip ${id} refunded`, refunded)
  }
  addDrawers(add, books)
  return new Map([...told].filter(([, value]) => value !== 0n))
}

type Add = (name: string, value: number) => void

function addSale(add: Add, sale: ReportBooks['sales'][number]): void {
  add('orders', 1)
  add('covers', sale.covers)
  add('gross', sale.subtotal)
  add('paid', sale.total)
  add('net', sale.net)
  add('tax', sale.tax)
  for (const { kind, amount } of sale.discounts) add(kind === 'comp' ? 'comps' : 'discounts', amount)
  for (const { gratuity, amount } of sale.charges) {
    add(gratuity ? 'gratuities' : 'charges', amount)
    if (gratuity) add('net', -amount)
  }
  for (const { id, name, ratePpm, inclusive, exempt, net, tax } of sale.taxes) {
    const key = `tax ${ratePpm} ${inclusive} ${name} ${id} ${exempt === true}`
    add(`${key} net`, net)
    add(`${key} tax`, tax)
  }
  for (const { menuItemId, name, categoryId, qty, total } of sale.lines) {
    for (const key of [`item ${name} ${menuItemId} ${categoryId}`, `category ${categoryId}`]) {
      add(`${key} qty`, qty)
      add(`${key} amount`, total)
    }
  }
  add(`hour ${sale.hour} orders`, 1)
  add(`hour ${sale.hour} gross`, sale.total)
  const groups = [`waiter ${sale.waiter}`, `table ${sale.tableId ?? ''}`, `service ${sale.service}`]
  for (const group of groups) {
    add(`${group} orders`, 1)
    add(`${group} covers`, sale.covers)
    add(`${group} amount`, sale.total)
  }
}

function addRefunds(add: Add, { refunds }: ReportBooks): void {
  for (const {
    method,
    methodName,
    reason,
    by,
    approvedBy,
    amount,
    excess,
    tip,
    rounding,
    taxes,
  } of refunds) {
    const back = amount - excess
    add('refunds', back)
    add('tips', -tip)
    add('rounding', -rounding)
    add(`method ${methodName || method} refunded`, back)
    for (const { tax } of taxes) add('refundedTax', tax)
    if (back !== 0) addLoss(add, 'refund', [method, methodName, reason, by, approvedBy ?? ''], 1, back)
  }
}

function addDrawers(add: Add, { shifts }: ReportBooks): void {
  for (const { moves, closed, float } of shifts) {
    add('drawer sessions', 1)
    add('drawer float', float)
    if (closed !== null) {
      const { by: _by, at: _at, approvedBy: _approvedBy, ...amounts } = closed
      for (const [name, value] of Object.entries(amounts)) add(`drawer ${name}`, value)
    }
    for (const { kind, party, reason, by, approvedBy, amount } of moves)
      addLoss(add, 'move', [kind, party, reason, by, approvedBy ?? ''], 1, amount)
  }
}

function addLoss(
  add: Add,
  of: string,
  key: readonly [string, string, string, string, string],
  count: number,
  amount: number,
): void {
  add(`${of} ${key.join('|')} count`, count)
  add(`${of} ${key.join('|')} amount`, amount)
}
