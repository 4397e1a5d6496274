import { useCallback, useEffect, useRef, useState } from 'react'
import { newId } from '#app/data/new-id.ts'
import type { RunCommand } from '#app/data/use-command.ts'
import type { Command } from '#domain/command/command.ts'
import type { Item } from '#domain/item/item.ts'
import { createAskedStore, type AskedStore } from './asked-store.ts'
import { isSamePlace, saidPlace, type LinePlace } from './options/line-place.ts'

interface Line {
  readonly itemId: string
  readonly menuItemId: string
  readonly qty: number
  /** Whether a tap on the dish counts here: a line of this screen's own, without a wish of its own. */
  readonly joins: boolean
}

interface LineChanges {
  /** Lines begun or counted here that the device has not answered yet. */
  readonly asked: AskedStore
  /** One more of a menu item: on the line this screen began for the same place, or on a new one. */
  add(menuItemId: string, place: LinePlace): void
  /** A line that was looked into: no tap counts on it any more. */
  settle(itemId: string): void
  /** Counted from the last quantity asked for, not from the last one painted. */
  step(itemId: string, by: 1 | -1): void
  remove(itemId: string): void
  send(): void
}

/**
 * Adding and counting, faster than the screen is painted: two taps within one frame are two items. What was asked
 * for is remembered here until the device's answer is on the screen.
 *
 * A quantity is written whole: of two tills counting on one line, one would be lost. So a tap counts only on a line
 * begun on this screen, and two tills tapping one dish make two lines.
 */
export function useLineChanges(orderId: string, items: readonly Item[], run: RunCommand): LineChanges {
  const lines = useRef(new Map<string, Line>())
  const inFlight = useRef(0)
  const latest = useRef(items)
  const own = useRef(new Map<string, LinePlace>())
  const [asked] = useState(createAskedStore)

  useEffect(() => {
    latest.current = items
    if (inFlight.current > 0) return
    lines.current = openLines(items, own.current)
    asked.clear()
  }, [asked, items])

  const perform = useCallback(
    async (command: Command) => {
      inFlight.current += 1
      const result = await run(command)
      inFlight.current -= 1
      if (result.ok) return
      // What we believed was wrong: another till changed the line. Go on from what is painted.
      lines.current = openLines(latest.current, own.current)
      asked.clear()
    },
    [asked, run],
  )

  const remember = useCallback(
    (line: Line) => {
      lines.current.set(line.itemId, line)
      asked.ask(line.itemId, line.menuItemId, line.qty, own.current.get(line.itemId))
    },
    [asked],
  )

  const setTo = useCallback(
    (line: Line, qty: number) => {
      remember({ ...line, qty })
      void perform({ type: 'set_item_qty', orderId, itemId: line.itemId, qty })
    },
    [orderId, perform, remember],
  )

  const add = useCallback(
    (menuItemId: string, place: LinePlace) => {
      const line = lineFor(lines.current.values(), own.current, menuItemId, place)
      if (line !== undefined) return setTo(line, line.qty + 1)
      const itemId = newId()
      own.current.set(itemId, place)
      remember({ itemId, menuItemId, qty: 1, joins: true })
      void perform({ type: 'add_item', orderId, itemId, menuItemId, qty: 1, note: '', ...saidPlace(place) })
    },
    [orderId, perform, remember, setTo],
  )

  const settle = useCallback((itemId: string) => void own.current.delete(itemId), [])

  const step = useCallback(
    (itemId: string, by: 1 | -1) => {
      const line = lines.current.get(itemId)
      if (line !== undefined && line.qty + by >= 1) setTo(line, line.qty + by)
    },
    [setTo],
  )

  const remove = useCallback(
    (itemId: string) => {
      lines.current.delete(itemId)
      asked.forget(itemId)
      void perform({ type: 'remove_item', orderId, itemId })
    },
    [asked, orderId, perform],
  )

  const send = useCallback(() => {
    lines.current.clear()
    void perform({ type: 'send_order', orderId })
  }, [orderId, perform])

  return { asked, add, settle, step, remove, send }
}

/** The line a tap counts on: begun here for the same place. */
function lineFor(
  lines: Iterable<Line>,
  own: ReadonlyMap<string, LinePlace>,
  menuItemId: string,
  place: LinePlace,
): Line | undefined {
  return [...lines].find((line) => {
    const begunFor = line.joins && line.menuItemId === menuItemId ? own.get(line.itemId) : undefined
    return begunFor !== undefined && isSamePlace(begunFor, place)
  })
}

/** Lines that may still change: the kitchen does not have them. */
function openLines(items: readonly Item[], own: ReadonlyMap<string, LinePlace>): Map<string, Line> {
  const open = items.filter((item) => item.status === 'new')
  return new Map(
    open.map(({ id, menuItemId, qty, note, modifiers, allergies = [] }) => {
      const joins = own.has(id) && note === '' && modifiers.length === 0 && allergies.length === 0
      return [id, { itemId: id, menuItemId, qty, joins }]
    }),
  )
}
