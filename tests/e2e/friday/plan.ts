import { menu } from '#demo/menu/menu.ts'
import type { MenuItem } from '#domain/menu/menu.ts'
import type { Random } from '../../simulation/random.ts'

/** A dish that goes on the order with one tap. */
export interface Dish {
  readonly name: string
  /** In cents, its tax inside. */
  readonly price: number
  /** In percent. */
  readonly tax: number
  readonly station: 'kitchen' | 'bar'
  /** What one of it takes of each ingredient, in thousandths of a gram, a millilitre, a piece. */
  readonly uses: readonly { readonly ingredientId: string; readonly qty: number }[]
}

export interface PlannedLine {
  readonly dish: Dish
  readonly qty: number
}

/** What a table will have, and how it will pay. Everything that happens on the evening stands here before it begins. */
export interface PlannedOrder {
  readonly nth: number
  /** Null: takeaway. */
  readonly table: string | null
  readonly lines: readonly PlannedLine[]
  /** Struck after the kitchen had it: before anybody made it, or thrown away. */
  readonly voided: { readonly line: PlannedLine; readonly wasted: boolean } | null
  /** On the house. */
  readonly comped: PlannedLine | null
  /** Percent off all of it, only on orders of one tax rate: a sum by hand needs no shares then. */
  readonly discount: number
  /** Equal checks. */
  readonly ways: number
  readonly method: 'Cash' | 'Card'
  /** Given back after it was paid: one line, or all of it. */
  readonly refund: PlannedLine | 'all' | null
  /** Whoever takes it calls the dish of the evening out, or finds it called out. */
  readonly eightySix: 'call' | 'see' | null
}

const ALL: readonly Dish[] = menu.flatMap((record) => {
  if (record.type !== 'menu_item') return []
  const dish: MenuItem = record.fields
  const asks = [dish.groups, dish.variants, dish.slots].some((list) => (list ?? []).length > 0)
  if (asks || (dish.pricing ?? 'fixed') !== 'fixed') return []
  const station = dish.stationId === 'station-bar' ? 'bar' : 'kitchen'
  const tax = Number(/^tax-(\d+)$/.exec(dish.taxIds[0] ?? '')?.[1])
  return [{ name: dish.name, price: dish.price, tax, station, uses: dish.recipe?.lines ?? [] }]
})

/** Nobody orders it: it is called out as soon as the evening begins. */
export const CALLED_OUT = 'Sangria jug'

/** A line is found by its words, which must be in no other's: Cola is in Chocolate cake. */
const DISHES = ALL.filter(
  ({ name }) =>
    name !== CALLED_OUT &&
    ALL.every((other) => other.name === name || !other.name.toLowerCase().includes(name.toLowerCase())),
)

/** So many orders, drawn from the seed. Two waiters take turns, each with tables of their own. */
export function planService(
  random: Random,
  count: number,
  tables: readonly string[],
): readonly PlannedOrder[] {
  return Array.from({ length: count }, (_, nth) => planOrder(random, nth, tables))
}

function planOrder(random: Random, nth: number, tables: readonly string[]): PlannedOrder {
  const turn = nth % 5
  const discount = turn === 1 ? random.pick([10, 20]) : 0
  const lines = linesOf(random, discount > 0 ? DISHES.filter(({ tax }) => tax === 13) : DISHES)
  const isRefunded = nth % 10 === 5
  const method = random.chance(0.5) ? 'Cash' : 'Card'
  return {
    nth,
    table: nth % 7 === 6 ? null : (tables[nth % tables.length] ?? null),
    lines,
    voided: turn === 2 ? voidedOf(random, lines) : null,
    comped: turn === 3 ? (lines[1] ?? null) : null,
    discount,
    ways: turn === 4 ? random.int(2, 3) : 1,
    method: isRefunded ? 'Cash' : method,
    refund: isRefunded ? refundedOf(nth, lines) : null,
    eightySix: nth === 1 ? 'call' : nth % 3 === 0 && nth > 1 ? 'see' : null,
  }
}

/** The station keeps something to make: a ticket of struck lines alone is another story. */
function voidedOf(random: Random, lines: readonly PlannedLine[]): PlannedOrder['voided'] {
  const line = lines.find((one) =>
    lines.some((other) => other !== one && other.dish.station === one.dish.station),
  )
  return line === undefined ? null : { line, wasted: random.chance(0.5) }
}

/** By line only where it is all there is at its tax rate: a sum by hand needs no shares then. */
function refundedOf(nth: number, lines: readonly PlannedLine[]): PlannedOrder['refund'] {
  const alone = lines.find(
    (line) => line.qty === 1 && lines.every((other) => other === line || other.dish.tax !== line.dish.tax),
  )
  return nth % 20 === 15 ? 'all' : (alone ?? 'all')
}

function linesOf(random: Random, offered: readonly Dish[]): readonly PlannedLine[] {
  const count = random.int(2, 4)
  const dishes = new Set<Dish>()
  while (dishes.size < count) dishes.add(random.pick(offered))
  return [...dishes].map((dish) => ({ dish, qty: random.chance(0.25) ? 2 : 1 }))
}
