import { IconPaperBag, IconToolsKitchen2 } from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import { ticketPreparation, type Ticket, type TicketLine } from '#domain/kitchen/ticket.ts'
import { AgeBadge } from './age-badge.tsx'
import { ageOf } from './age.ts'
import { isVoid } from './board.ts'
import { StateBadge } from './state-badge.tsx'
import { TicketButton } from './ticket-button.tsx'
import { TicketRow } from './ticket-row.tsx'
import type { KitchenWords, TicketStep } from './use-kitchen-words.ts'
import { useResting } from './use-resting.ts'
import classes from './ticket-card.module.css'

interface Props {
  readonly ticket: Ticket
  readonly now: number
  readonly words: KitchenWords
  /** Ids of its lines that are new here, joined by spaces: text, so that other cards' news do not draw this one. */
  readonly fresh: string
  readonly onStep: (ticket: Ticket, step: TicketStep) => void
  readonly onLine: (ticket: Ticket, line: TicketLine) => void
}

/** One order in the kitchen. Drawn again only when it changed itself: a board may hold forty. */
export const TicketCard = memo(function TicketCard({
  ticket,
  now,
  words,
  fresh,
  onStep,
  onLine,
}: Props): ReactNode {
  const resting = useResting()
  const freshIds = new Set(fresh.split(' '))
  const place = words.place(ticket)
  const step = stepOf(ticket)
  const state = isVoid(ticket) ? 'void' : ticketPreparation(ticket.lines)
  const ServiceIcon = ticket.service === 'dine_in' ? IconToolsKitchen2 : IconPaperBag
  return (
    <article
      className={classes.card}
      data-state={state}
      data-urgency={ageOf(ticket.sentAt, now).urgency}
      data-fresh={fresh !== '' || undefined}
      aria-label={words.ticketLabel(ticket.number, place.name, state)}
    >
      <header className={classes.head}>
        <div className={classes.headRow}>
          <h2 className={classes.number}>{ticket.number}</h2>
          <AgeBadge sentAt={ticket.sentAt} now={now} words={words} />
        </div>
        <div className={classes.headRow}>
          <span className={classes.place}>
            <ServiceIcon aria-hidden size="1.2em" />
            <span className={classes.placeText}>{place.name}</span>
          </span>
          <StateBadge state={state} words={words} />
        </div>
        <p className={classes.waiter}>
          {place.service !== place.name && `${place.service} · `}
          {ticket.waiter}
          {ticket.dueAt !== null && <strong className={classes.due}>{words.due(ticket.dueAt)}</strong>}
        </p>
      </header>
      <TicketButton
        number={ticket.number}
        step={step}
        words={words}
        resting={resting.has(ticket.orderId)}
        onTap={() => {
          resting.start(ticket.orderId)
          onStep(ticket, step)
        }}
      />
      <ul className={classes.rows} aria-label={words.lines(ticket.number)}>
        {ticket.lines.map((line) => (
          <TicketRow
            key={line.itemId}
            line={line}
            words={words}
            fresh={freshIds.has(line.itemId)}
            resting={resting.has(line.itemId)}
            onTap={() => {
              resting.start(line.itemId)
              onLine(ticket, line)
            }}
          />
        ))}
      </ul>
    </article>
  )
})

function stepOf(ticket: Ticket): TicketStep {
  if (isVoid(ticket)) return 'clear'
  const reached = ticketPreparation(ticket.lines)
  return reached === 'ready' ? 'recall' : reached === 'preparing' ? 'ready' : 'preparing'
}
