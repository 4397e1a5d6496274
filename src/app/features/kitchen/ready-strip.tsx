import { useMatches } from '@mantine/core'
import { IconArrowBackUp, IconCircleCheckFilled } from '@tabler/icons-react'
import { memo, useCallback, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import type { Ticket } from '#domain/kitchen/ticket.ts'
import type { KitchenWords } from './use-kitchen-words.ts'
import { useResting } from './use-resting.ts'
import classes from './ready-strip.module.css'

interface Props {
  /** What these are, where it is not "ready". */
  readonly title?: string
  readonly tickets: readonly Ticket[]
  readonly words: KitchenWords
  readonly onRecall: (ticket: Ticket) => void
}

/** What became ready lately, last first, to bring back what left too early. */
export function ReadyStrip({ title, tickets, words, onRecall }: Props): ReactNode {
  const { t } = useTranslation('kitchen')
  const name = title ?? t('readyTitle')
  const resting = useResting()
  const { start } = resting
  const recall = useCallback(
    (ticket: Ticket) => {
      start(ticket.orderId)
      onRecall(ticket)
    },
    [start, onRecall],
  )
  const [open, setOpen] = useState(false)
  const room = useMatches({ base: 1, xs: 2, md: 4, xl: 6 })
  const shown = open ? tickets : tickets.slice(0, room)
  return (
    <section className={classes.strip} aria-label={name} data-open={open || undefined}>
      <h2 className={classes.title}>
        <IconCircleCheckFilled aria-hidden size="1.2em" />
        {name}
      </h2>
      {tickets.length === 0 && <p className={classes.nothing}>{t('readyEmpty')}</p>}
      <ul className={classes.list}>
        {shown.map((ticket) => (
          <ReadyTicket
            key={ticket.orderId}
            ticket={ticket}
            words={words}
            resting={resting.has(ticket.orderId)}
            onRecall={recall}
          />
        ))}
      </ul>
      {tickets.length > room && (
        <Button className={classes.more} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('readyLess') : t('readyAll', { count: tickets.length })}
        </Button>
      )}
    </section>
  )
}

interface ReadyTicketProps {
  readonly ticket: Ticket
  readonly words: KitchenWords
  readonly resting: boolean
  readonly onRecall: (ticket: Ticket) => void
}

const ReadyTicket = memo(function ReadyTicket(props: ReadyTicketProps): ReactNode {
  const { ticket, words, resting, onRecall } = props
  return (
    <li className={classes.ticket}>
      <span className={classes.words}>
        <strong className={classes.number}>{ticket.number}</strong>
        <span className={classes.place}>{words.place(ticket).name}</span>
      </span>
      <Button
        className={classes.recall}
        aria-label={words.moveLabel('recall', ticket.number)}
        aria-disabled={resting || undefined}
        icon={<IconArrowBackUp aria-hidden size={20} />}
        onClick={resting ? undefined : () => onRecall(ticket)}
      >
        {words.move.recall}
      </Button>
    </li>
  )
})
