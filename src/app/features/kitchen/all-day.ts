import type { Ticket } from '#domain/kitchen/ticket.ts'
import { liveLines } from './moves.ts'

export interface DayCount {
  readonly name: string
  readonly qty: number
}

/** How many of each dish are still to cook, over all tickets: the most first. [KITCHEN3] */
export function allDayCounts(tickets: readonly Ticket[]): readonly DayCount[] {
  const counts = new Map<string, number>()
  for (const line of tickets.flatMap(liveLines)) {
    if (line.preparation !== 'ready') counts.set(line.name, (counts.get(line.name) ?? 0) + line.qty)
  }
  return [...counts]
    .map(([name, qty]) => ({ name, qty }))
    .sort((a, b) => b.qty - a.qty || (a.name < b.name ? -1 : 1))
}
