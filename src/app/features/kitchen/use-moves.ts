import { useCallback, useEffect, useState } from 'react'
import { useFailureWords } from '#app/data/failure-words.ts'
import { useCommand } from '#app/data/use-command.ts'
import type { Failure } from '#device/messages.ts'
import type { Preparation } from '#domain/item/item.ts'
import type { Ticket } from '#domain/kitchen/ticket.ts'
import type { ErrorWords } from '#i18n/error-words.ts'
import { undoMoves, type Move } from './moves.ts'

const SHOW_MS = 8_000

/** What the last tap did: what the bar at the bottom says, and how to take it back. */
export type Outcome =
  | {
      readonly kind: 'done'
      /** An order's number, or a dish of it. */
      readonly what: string
      readonly preparation: Preparation
      readonly undo: readonly Move[]
    }
  | { readonly kind: 'failed'; readonly words: ErrorWords }

export interface Moves {
  readonly outcome: Outcome | null
  /** Makes `move` on `ticket`, which still stands as it did before. */
  run(ticket: Ticket, move: Move, what: string): Promise<void>
  undo(): void
}

export function useMoves(): Moves {
  const command = useCommand()
  const wordsOf = useFailureWords()
  const [outcome, setOutcome] = useState<Outcome | null>(null)

  useEffect(() => {
    if (outcome === null) return undefined
    const timer = setTimeout(() => setOutcome(null), SHOW_MS)
    return () => clearTimeout(timer)
  }, [outcome])

  const make = useCallback(
    async (moves: readonly Move[]): Promise<Failure | null> => {
      for (const move of moves) {
        const result = await command({ type: 'set_preparation', ...move })
        if (!result.ok) return result.error
      }
      return null
    },
    [command],
  )

  const run = useCallback(
    async (ticket: Ticket, move: Move, what: string): Promise<void> => {
      const undo = undoMoves(ticket, move)
      const failure = await make([move])
      if (failure !== null) setOutcome({ kind: 'failed', words: wordsOf(failure) })
      else setOutcome({ kind: 'done', what, preparation: move.preparation, undo })
    },
    [make, wordsOf],
  )

  const undo = useCallback((): void => {
    if (outcome?.kind !== 'done') return
    setOutcome(null)
    void make(outcome.undo).then((failure) => {
      if (failure !== null) setOutcome({ kind: 'failed', words: wordsOf(failure) })
    })
  }, [outcome, make, wordsOf])

  return { outcome, run, undo }
}
