import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Ticket } from '#domain/kitchen/ticket.ts'
import { boardOf, clearKey, NOTHING_SEEN, type Board, type Seen } from './board.ts'
import { newsBetween, type News } from './news.ts'
import { useHandsOff } from './use-hands-off.ts'
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
  const [last, setLast] = useState<Omit<Look, 'settled'> | null>(null)
  const [news, setNews] = useState<News | null>(null)
  const announced = useRef<News | null>(null)
  const later = useLater()
  const handsOff = useHandsOff()

  // While rendering, so that what is new is drawn once and as new; and what became ready does not flash into the strip.
  if (settled && (last?.stationId !== stationId || last.tickets !== tickets)) {
    setLast({ stationId, tickets })
    if (last?.stationId === stationId) {
      const found = newsBetween(last.tickets, tickets)
      setNews(found)
      setFresh((known) => union(known, markedBy(found)))
      setSeen((known) => nowReady(nowGone(known, found.gone), found.ready, Date.now()))
    }
  }

  useEffect(() => {
    if (news === null || announced.current === news) return
    announced.current = news
    onNews(news)
    const marked = markedBy(news)
    if (marked.length > 0) later(HIGHLIGHT_MS, () => setFresh((known) => without(known, marked)))
    if (news.ready.length > 0) {
      const leave = (): void =>
        setSeen((known) => ({ ...known, lingering: without(known.lingering, news.ready) }))
      later(LINGER_MS, () => handsOff(leave))
    }
  }, [news, onNews, later, handsOff])

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

function markedBy({ arrived, voided }: News): readonly string[] {
  return [...arrived, ...voided]
}

function nowReady(seen: Seen, orderIds: readonly string[], now: number): Seen {
  if (orderIds.length === 0) return seen
  const readyAt = new Map([...seen.readyAt, ...orderIds.map((id) => [id, now] as const)])
  return { ...seen, lingering: union(seen.lingering, orderIds), readyAt }
}

function nowGone(seen: Seen, tickets: readonly Ticket[]): Seen {
  if (tickets.length === 0) return seen
  const again = new Set(tickets.map((ticket) => ticket.orderId))
  return { ...seen, gone: [...seen.gone.filter((ticket) => !again.has(ticket.orderId)), ...tickets] }
}

function union(known: ReadonlySet<string>, more: readonly string[]): ReadonlySet<string> {
  return more.length === 0 ? known : new Set([...known, ...more])
}

function without(known: ReadonlySet<string>, gone: readonly string[]): ReadonlySet<string> {
  return new Set([...known].filter((one) => !gone.includes(one)))
}
