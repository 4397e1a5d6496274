import type { Authority, Order, Reopened } from './order.ts'
import type { Sale } from './sale.ts'

/**
 * An order with one more close. The first close that stands is the sale; another till's is kept beside it. A close
 * has the id of the payment that brought it, so the same one again is the same close, and one that a reopening has
 * already named never stands. [ORDER6] [REOPEN2]
 */
export function closed(order: Order, sale: Sale): Order {
  const named = order.reopened.find(({ closeId }) => closeId === sale.closeId)
  if (named !== undefined) return named.sale === null ? { ...order, reopened: filled(order, sale) } : order
  if (order.sale === null) return { ...order, sale }
  const known = [order.sale, ...order.otherSales].some(({ closeId }) => closeId === sale.closeId)
  return known ? order : { ...order, otherSales: [...order.otherSales, sale] }
}

/**
 * Takes back exactly the close that is named; the next one that stands becomes the sale. A cancellation that lost to
 * the sale stays lost: who reopens wants to go on selling. [REOPEN1] [REOPEN2]
 */
export function reopened(order: Order, reopening: { readonly closeId: string } & Authority): Order {
  const { closeId } = reopening
  if (order.reopened.some((one) => one.closeId === closeId)) return order
  const standing = order.sale === null ? [] : [order.sale, ...order.otherSales]
  const named = standing.find((sale) => sale.closeId === closeId) ?? null
  const [sale = null, ...otherSales] = standing.filter((one) => one !== named)
  const cancelled = named === null ? order.cancelled : null
  return {
    ...order,
    cancelled,
    sale,
    otherSales,
    reopened: [...order.reopened, { ...reopening, sale: named }],
  }
}

function filled(order: Order, sale: Sale): readonly Reopened[] {
  return order.reopened.map((one) => (one.closeId === sale.closeId ? { ...one, sale } : one))
}
