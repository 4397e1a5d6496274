import { IconCoffee } from '@tabler/icons-react'
import { useCallback, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { EmptyState, ErrorState, LoadingState } from '#app/ui/states.tsx'
import { useNow } from '#app/ui/use-now.ts'
import type { Ticket, TicketLine } from '#domain/kitchen/ticket.ts'
import { lineMove, recallMove, ticketMove } from './moves.ts'
import { OutcomeBar } from './outcome-bar.tsx'
import { ReadyStrip } from './ready-strip.tsx'
import { TicketCard } from './ticket-card.tsx'
import type { LiveBoard } from './use-board.ts'
import { useKitchenWords, type TicketStep } from './use-kitchen-words.ts'
import { useMoves } from './use-moves.ts'
import classes from './kitchen-screen.module.css'

const TICK_MS = 10_000

interface Props {
  readonly board: LiveBoard
  readonly state: 'pending' | 'error' | 'success'
  readonly onRetry: () => void
}

/** The cards, what is ready, and what taps on them do. */
export function KitchenBoard({ board, state, onRetry }: Props): ReactNode {
  const { t } = useTranslation('kitchen')
  const now = useNow(TICK_MS)
  const words = useKitchenWords()
  const { outcome, run, undo } = useMoves()
  const { clear } = board

  const takeStep = useCallback(
    (ticket: Ticket, step: TicketStep): void => {
      if (step === 'clear') return clear(ticket)
      const move = step === 'recall' ? recallMove(ticket) : ticketMove(ticket)
      if (move !== null) void run(ticket, move, ticket.number)
    },
    [clear, run],
  )
  const tapLine = useCallback(
    (ticket: Ticket, line: TicketLine): void => {
      const move = lineMove(ticket.orderId, line)
      const what = t('lineOf', { number: ticket.number, name: line.name })
      if (move !== null) void run(ticket, move, what)
    },
    [run, t],
  )

  const recall = useCallback((ticket: Ticket) => takeStep(ticket, 'recall'), [takeStep])

  return (
    <>
      {board.cards.length === 0 && <NoCards state={state} onRetry={onRetry} />}
      <div className={classes.board}>
        {board.cards.map((ticket) => (
          <TicketCard
            key={ticket.orderId}
            ticket={ticket}
            now={now}
            words={words}
            fresh={freshOf(ticket, board.fresh)}
            onStep={takeStep}
            onLine={tapLine}
          />
        ))}
      </div>
      <footer className={classes.foot}>
        <OutcomeBar outcome={outcome} onUndo={undo} />
        <ReadyStrip tickets={board.ready} words={words} onRecall={recall} />
      </footer>
    </>
  )
}

function freshOf(ticket: Ticket, fresh: ReadonlySet<string>): string {
  return ticket.lines
    .filter((line) => fresh.has(line.itemId))
    .map((line) => line.itemId)
    .join(' ')
}

interface NoCardsProps {
  readonly state: Props['state']
  readonly onRetry: () => void
}

function NoCards({ state, onRetry }: NoCardsProps): ReactNode {
  const { t } = useTranslation(['kitchen', 'common'])
  return (
    <div className={classes.noCards}>
      {state === 'pending' && <LoadingState text={t('common:loading')} />}
      {state === 'error' && (
        <ErrorState title={t('common:failed')} text={t('common:failedRemedy')}>
          <Button onClick={onRetry}>{t('common:retry')}</Button>
        </ErrorState>
      )}
      {state === 'success' && (
        <EmptyState
          icon={<IconCoffee aria-hidden size={72} stroke={1.2} />}
          title={t('empty')}
          text={t('emptyText')}
        />
      )}
    </div>
  )
}
