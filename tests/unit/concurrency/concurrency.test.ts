import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Draft } from '#domain/event/event.ts'
import { billTotals } from '#domain/order/bill.ts'
import { ORDER_ACTIONS } from './actions.ts'
import { pageTable } from './page.ts'
import { billsOf, decided, worldOf } from './pair.ts'
import { STARTS } from './starts.ts'
import { cellOf, pairs } from './table.ts'

const PAGE = new URL('../../../docs/spec/concurrency.md', import.meta.url)

/** Every pair of actions on every start that lets both be done, with what each device wrote. */
function everyPair(): readonly (readonly [string, readonly Draft[], readonly Draft[], readonly Draft[]])[] {
  return Object.entries(STARTS).flatMap(([name, start]) =>
    ORDER_ACTIONS.flatMap((first) =>
      ORDER_ACTIONS.flatMap((second) => {
        const a = decided(start, first, 'a')
        const b = decided(start, second, 'b')
        if (a === null || b === null) return []
        return [[`${first.name} and ${second.name}, ${name}`, start, a, b] as const]
      }),
    ),
  )
}

describe('two devices that do not see each other', () => {
  const every = everyPair()

  test('can do nearly anything at once, and every action is in the table', () => {
    expect(every.length).toBeGreaterThan(800)
    const named = new Set(pairs().flatMap(({ first, second }) => [first, second]))
    expect([...named].sort()).toEqual(ORDER_ACTIONS.map(({ name }) => name).sort())
  })

  test('[MEET1] are tried with every command there is on an order', () => {
    const tried = new Set(ORDER_ACTIONS.map(({ command }) => command('a').type))
    const onOrders = ['order', 'item', 'payment'].flatMap((kind) => {
      const file = new URL(`../../../src/domain/command/${kind}-commands.ts`, import.meta.url)
      return [...readFileSync(file, 'utf8').matchAll(/readonly type: '(\w+)'/g)].map(([, type]) => type)
    })
    expect(onOrders.length).toBeGreaterThan(30)
    expect(onOrders.filter((type) => type !== 'open_order' && !tried.has(type as never))).toEqual([])
  })

  test('[MEET1] come to what the page says', () => {
    const [, table] = readFileSync(PAGE, 'utf8').split(/<!-- table -->\n*/)
    const cells = (text: string): readonly string[] =>
      text
        .split('\n')
        .flatMap((line) => (line.startsWith('| -') ? [] : line.split('|').map((cell) => cell.trim())))
    expect(cells(table?.trim() ?? '')).toEqual(cells(pageTable()))
  })

  test('[MEET2] lose no line, payment or refund', () => {
    for (const [name, start, a, b] of every) {
      for (const facts of [
        [...start, ...a, ...b],
        [...start, ...b, ...a],
      ]) {
        const world = worldOf(facts)
        for (const { ent, event } of facts) {
          expect(world.get(`${ent.type} ${ent.id}`), `${name}: ${ent.type} ${ent.id}`).not.toBeNull()
          if (event.type !== 'payment_refunded') continue
          expect(JSON.stringify(world.get(`payment ${ent.id}`)), name).toContain(event.payload.refundId)
        }
      }
    }
  })

  test('[MEET3] leave a bill that adds up', () => {
    for (const [name, start, a, b] of every) {
      for (const bill of billsOf([...start, ...a, ...b])) {
        const { subtotal, discount, charge, taxes, relief, total, paid, balance } = billTotals(bill)
        const onTop = taxes.reduce((sum, tax) => sum + (tax.inclusive ? 0 : tax.tax), 0)
        expect(subtotal - discount + charge + onTop - relief, name).toBe(total)
        expect(paid + balance, name).toBe(total)
      }
    }
  })

  test('[MEET4] ask a person where paying meets a change of what is paid', () => {
    const pay = ORDER_ACTIONS.find(({ name }) => name === 'pay the rest')
    const changes = [
      'add an item',
      'set a quantity',
      'remove an unsent item',
      'void a sent item',
      'discount an item',
      'comp an item',
      'discount the order',
      'waive a charge',
      'exempt from tax',
      'change the service',
      'move an item away',
      'void a payment',
      'pay a part',
    ]
    for (const name of changes) {
      const change = ORDER_ACTIONS.find((action) => action.name === name)
      if (pay === undefined || change === undefined) throw new Error(`assertion failed: no action ${name}`)
      expect(cellOf(change, pay)?.reviews, name).not.toEqual([])
    }
  })
})
