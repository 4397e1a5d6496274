import { z } from 'zod'
import type { DayEvent } from '#domain/day/day-close.ts'
import type { CheckOutEvent } from '#domain/shift/check-out.ts'
import { CASH_MOVES, type ShiftEvent } from '#domain/shift/shift.ts'
import { amount, authority, count, date, id, name, printerId, time, type PayloadSchemas } from './fields.ts'

const drawerCount = z.object({
  pieces: z.array(z.object({ value: amount, count })).max(100),
  total: amount,
  expected: amount,
  blind: z.boolean(),
  by: id,
  at: time,
})

const figures = z.object({
  orders: count,
  covers: count,
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
  payments: z.array(z.object({ method: name, count, amount, refunded: amount })),
  taxes: z.array(z.object({ key: z.string().max(400), name, net: amount, tax: amount, refunded: amount })),
})

const number = z.string().min(1).max(20)

export const shiftPayloads: PayloadSchemas<ShiftEvent | CheckOutEvent | DayEvent> = {
  shift_opened: z.object({
    drawer: id,
    float: amount,
    businessDate: date,
    openedAt: time,
    openedBy: id,
    approvedBy: id.nullable(),
  }),
  shift_cash_moved: authority.extend({ moveId: id, kind: z.enum(CASH_MOVES), amount, party: name }),
  shift_counted: drawerCount,
  shift_closed: z.object({
    expected: amount,
    counted: amount,
    difference: amount,
    cashSales: amount,
    cashTips: amount,
    cashRefunds: amount,
    paidIn: amount,
    paidOut: amount,
    drops: amount,
    tipsOut: amount,
    by: id,
    approvedBy: id.nullable(),
    at: time,
  }),
  check_out_done: z.object({
    userId: id,
    businessDate: date,
    orders: count,
    covers: count,
    sales: amount,
    cash: amount,
    cardTips: amount,
    declaredTips: amount,
    due: amount,
    by: id,
    approvedBy: id.nullable(),
    at: time,
  }),
  day_reported: z.object({
    printerId,
    businessDate: date,
    number: z.string().max(20),
    figures,
    by: id,
    at: time,
  }),
  day_closed: z.object({
    number,
    businessDate: date,
    closedAt: time,
    closedBy: id,
    approvedBy: id.nullable(),
    orderIds: z.array(id),
    refundIds: z.array(id),
    figures,
    carriedOver: z.array(z.string().max(20)),
  }),
  day_addended: z.object({
    number,
    orderIds: z.array(id),
    refundIds: z.array(id),
    figures,
    at: time,
    by: id,
  }),
}
