import { z } from 'zod'

const amount = z.int()
const list = <T extends z.ZodType>(of: T) => z.array(of).readonly()
const losses = list(
  z.object({
    kind: z.string(),
    name: z.string(),
    reason: z.string(),
    by: z.string(),
    approvedBy: z.string(),
    count: z.int(),
    amount,
  }),
)
const groups = list(z.object({ id: z.string(), orders: z.int(), covers: z.int(), amount }))
const names = z.record(z.string(), z.string())

const figures = z.object({
  orders: z.int(),
  covers: z.int(),
  gross: amount,
  discounts: amount,
  comps: amount,
  charges: amount,
  gratuities: amount,
  net: amount,
  tax: amount,
  refunds: amount,
  refundedTax: amount,
  voids: amount,
  tips: amount,
  rounding: amount,
  payments: list(z.object({ method: z.string(), count: z.int(), amount, refunded: amount })),
  taxes: list(z.object({ key: z.string(), name: z.string(), net: amount, tax: amount, refunded: amount })),
})

const session = z.object({
  id: z.string(),
  drawer: z.string(),
  businessDate: z.string(),
  openedAt: z.int(),
  openedBy: z.string(),
  float: amount,
  closed: z
    .object({
      cashSales: amount,
      cashTips: amount,
      cashRefunds: amount,
      paidIn: amount,
      paidOut: amount,
      drops: amount,
      tipsOut: amount,
      expected: amount,
      counted: amount,
      difference: amount,
    })
    .nullable(),
})

const report = z.object({
  figures,
  paid: amount,
  taxes: list(
    z.object({
      id: z.string(),
      name: z.string(),
      ratePpm: z.int(),
      inclusive: z.boolean(),
      exempt: z.boolean(),
      net: amount,
      tax: amount,
    }),
  ),
  items: list(
    z.object({ menuItemId: z.string(), name: z.string(), categoryId: z.string(), qty: z.int(), amount }),
  ),
  costs: list(
    z.object({
      menuItemId: z.string(),
      name: z.string(),
      categoryId: z.string(),
      qty: z.int(),
      net: amount,
      worth: z.int(),
    }),
  ),
  categories: list(z.object({ categoryId: z.string(), qty: z.int(), amount })),
  hours: list(z.object({ hour: z.int(), orders: z.int(), gross: amount })),
  waiters: groups,
  tips: list(z.object({ id: z.string(), count: z.int(), amount, refunded: amount })),
  tables: groups,
  services: groups,
  discounts: losses,
  voids: losses,
  refunds: losses,
  sessions: list(session),
  cashMoves: losses,
})

/** A range's report, word for word as `RangeView` tells it; amounts in the currency's smallest unit. */
export const wholeSchema = z.object({
  kind: z.literal('whole'),
  view: z.object({
    from: z.string(),
    to: z.string(),
    currency: z.string(),
    report,
    days: list(z.object({ date: z.string(), orders: z.int(), paid: amount })),
    shiftId: z.string().optional(),
    shifts: list(
      z.object({
        id: z.string(),
        drawer: z.string(),
        openedBy: z.string(),
        openedAt: z.int(),
        closedAt: z.int().nullable(),
      }),
    ),
    names: z.object({ people: names, tables: names, categories: names, devices: names }),
    knownFrom: z.string().nullable(),
    seesCash: z.boolean(),
  }),
})

export const partialSchema = z.object({ kind: z.literal('partial'), done: z.int(), of: z.int() })
