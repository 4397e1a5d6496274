import { useLocalStorage } from '@mantine/hooks'
import { useCallback, useEffect, useMemo } from 'react'
import type { Ticket } from '#domain/kitchen/ticket.ts'
import { stillServed } from './expo.ts'

export interface Served {
  readonly lines: ReadonlySet<string>
  serve(itemIds: readonly string[]): void
  bringBack(ticket: Ticket): void
}

/** What was carried out, as this screen was told: it is kept here, through a reload, and on no other screen. */
export function useServed(tickets: readonly Ticket[], settled: boolean): Served {
  const [kept, setKept] = useLocalStorage<readonly string[]>({
    key: 'comanda.kitchen.served',
    defaultValue: [],
    getInitialValueInEffect: false,
  })
  useEffect(() => {
    if (!settled) return
    const still = stillServed(tickets, kept)
    if (still.length < kept.length) setKept(still)
  }, [tickets, settled, kept, setKept])
  const lines = useMemo(() => new Set(stillServed(tickets, kept)), [tickets, kept])
  const serve = useCallback(
    (itemIds: readonly string[]) => setKept((known) => [...new Set([...known, ...itemIds])]),
    [setKept],
  )
  const bringBack = useCallback(
    (ticket: Ticket) => {
      const back = new Set(ticket.lines.map((line) => line.itemId))
      setKept((known) => known.filter((itemId) => !back.has(itemId)))
    },
    [setKept],
  )
  return { lines, serve, bringBack }
}
