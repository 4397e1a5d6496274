import { IconBellRinging, IconHourglassHigh } from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import type { Ticket, TicketLine } from '#domain/kitchen/ticket.ts'
import { AgeBadge } from './age-badge.tsx'
import { ageOf } from './age.ts'
import { expoOrder } from './expo.ts'
import { Allergies, LineMarks, Modifiers } from './line-details.tsx'
import { StateBadge } from './state-badge.tsx'
import classes from './ticket-card.module.css'
import type { KitchenWords } from './use-kitchen-words.ts'

interface Props {
  readonly ticket: Ticket
  /** Ids of its lines that were carried out, joined by spaces: text, so that other orders do not draw this one. */
  readonly served: string
  readonly now: number
  readonly words: KitchenWords
  readonly stationName: (stationId: string) => string
  readonly onServe: (itemIds: readonly string[]) => void
}

/** One order at the pass. What is ready goes out with one tap; what is missing says which station has it. */
export const ExpoCard = memo(function ExpoCard(props: Props): ReactNode {
  const { ticket, served, now, words, stationName, onServe } = props
  const { t } = useTranslation('kitchen')
  const { ready, missing } = expoOrder(ticket, new Set(served.split(' ')))
  const place = words.place(ticket)
  const complete = missing.length === 0
  const state = complete ? 'ready' : ready.length > 0 ? 'preparing' : ticket.preparation
  const stations = [...new Set(missing.map((line) => stationName(line.stationId)))].filter(
    (name) => name !== '',
  )
  return (
    <article
      className={classes.card}
      data-state={state}
      data-urgency={ageOf(ticket.sentAt, now).urgency}
      aria-label={words.ticketLabel(ticket.number, place.name, state)}
    >
      <header className={classes.head}>
        <div className={classes.headRow}>
          <h2 className={classes.number}>{ticket.number}</h2>
          <AgeBadge sentAt={ticket.sentAt} now={now} words={words} />
        </div>
        <div className={classes.headRow}>
          <span className={classes.place}>
            <span className={classes.placeText}>{place.name}</span>
          </span>
          <span className={classes.waiter}>{ticket.waiter}</span>
        </div>
        <p className={classes.passState} data-complete={complete || undefined}>
          {complete ? (
            <>
              <IconBellRinging aria-hidden size="1.2em" /> {t('complete')}
            </>
          ) : (
            <>
              <IconHourglassHigh aria-hidden size="1.2em" /> {t('waitingFor', { what: stations.join(', ') })}
            </>
          )}
        </p>
      </header>
      <Button
        wide
        large
        className={classes.move}
        data-step={complete ? 'ready' : 'recall'}
        aria-label={t('serveLabel', { number: ticket.number })}
        disabled={ready.length === 0}
        onClick={() => onServe(ready.map((line) => line.itemId))}
      >
        {complete
          ? t('serve')
          : ready.length === 0
            ? t('serveNone')
            : t('serveSome', { count: ready.length })}
      </Button>
      <ul className={classes.rows} aria-label={words.lines(ticket.number)}>
        {[...missing, ...ready].map((line) => (
          <ExpoRow key={line.itemId} line={line} words={words} />
        ))}
      </ul>
    </article>
  )
})

function ExpoRow({ line, words }: { readonly line: TicketLine; readonly words: KitchenWords }): ReactNode {
  return (
    <li className={classes.row} data-state={line.preparation}>
      <div className={classes.rowButton} data-still>
        <span className={classes.dish}>
          <span className={classes.qty}>{words.qty(line.qty)}</span>
          <span className={classes.name}>
            {line.name}
            <LineMarks line={line} words={words} />
          </span>
        </span>
        <StateBadge state={line.preparation} words={words} stacked />
        <Allergies {...{ line, words }} />
        {line.modifiers.length > 0 && <Modifiers modifiers={line.modifiers} words={words} />}
        {line.note !== '' && <span className={classes.note}>{line.note}</span>}
      </div>
    </li>
  )
}
