import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Ticket } from '#domain/kitchen/ticket.ts'
import { boardOf, clearKey, NOTHING_SEEN, type Board, type Seen } from './board.ts'
import { newsBetween, type News } from './news.ts'
import { useLater } from './use-later.ts'

/** A ticket that became ready stays this long, so that the next card does not slip under a finger. */
const LINGER_MS = 2_500
const HIGHLIGHT_MS = 8_000

interface Look {
  readonly stationId: string | null
  readonly tickets: readonly Ticket[]
  /** False while these are still the tickets of the station chosen before, or none are known. */
  readonly settled: boolean
}

export interface LiveBoard extends Board {
  /** Items that arrived or were voided a moment ago. */
  readonly fresh: ReadonlySet<string>
  /** Takes a wholly voided ticket off this screen. */
  clear(ticket: Ticket): void
}

/** The tickets as cards and strip, with what changed while somebody looked. */
export function useBoard({ stationId, tickets, settled }: Look, onNews: (news: News) => void): LiveBoard {
  const [seen, setSeen] = useState(NOTHING_SEEN)
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set())
  const last = useRef<Omit<Look, 'settled'> | null>(null)
  const later = useLater()

  // Before painting: a ticket that became ready must not flash into the strip and back.
  useLayoutEffect(() => {
    if (!settled) return
    const before = last.current
    last.current = { stationId, tickets }
    if (before === null || before.stationId !== stationId || before.tickets === tickets) return
    const news = newsBetween(before.tickets, tickets)
    onNews(news)
    const marked = [...news.arrived, ...news.voided]
    if (marked.length > 0) {
      setFresh((known) => union(known, marked))
      later(HIGHLIGHT_MS, () => setFresh((known) => without(known, marked)))
    }
    if (news.gone.length > 0) {
      setSeen((known) => nowGone(known, news.gone))
    }
    if (news.ready.length > 0) {
      setSeen((known) => nowReady(known, news.ready, Date.now()))
      later(LINGER_MS, () =>
        setSeen((known) => ({ ...known, lingering: without(known.lingering, news.ready) })),
      )
    }
  }, [stationId, tickets, settled, onNews, later])

  const clear = useCallback((ticket: Ticket) => {
    setSeen((known) => ({ ...known, cleared: union(known.cleared, [clearKey(ticket)]) }))
  }, [])
  const board = useMemo(() => {
    const isHere = ({ lines }: Ticket): boolean =>
      stationId === null || lines.some((line) => line.stationId === stationId)
    return boardOf(tickets, { ...seen, gone: seen.gone.filter(isHere) })
  }, [stationId, tickets, seen])
  return { ...board, fresh, clear }
}

function nowReady(seen: Seen, orderIds: readonly string[], now: number): Seen {
  const readyAt = new Map([...seen.readyAt, ...orderIds.map((id) => [id, now] as const)])
  return { ...seen, lingering: union(seen.lingering, orderIds), readyAt }
}

function nowGone(seen: Seen, tickets: readonly Ticket[]): Seen {
  const again = new Set(tickets.map((ticket) => ticket.orderId))
  return { ...seen, gone: [...seen.gone.filter((ticket) => !again.has(ticket.orderId)), ...tickets] }
}

function union(known: ReadonlySet<string>, more: readonly string[]): ReadonlySet<string> {
  return new Set([...known, ...more])
}

function without(known: ReadonlySet<string>, gone: readonly string[]): ReadonlySet<string> {
  return new Set([...known].filter((one) => !gone.includes(one)))
}
