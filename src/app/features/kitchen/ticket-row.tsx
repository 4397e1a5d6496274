import { IconMessageFilled } from '@tabler/icons-react'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketLine } from '#domain/kitchen/ticket.ts'
import { StateBadge } from './state-badge.tsx'
import classes from './ticket-card.module.css'

interface Props {
  readonly line: TicketLine
  readonly fresh: boolean
  readonly resting: boolean
  readonly onTap: () => void
}

/** One dish of a ticket. A tap takes it one step further; done or voided, it only tells. */
export function TicketRow({ line, fresh, resting, onTap }: Props): ReactNode {
  const { t } = useTranslation('kitchen')
  const detailsId = useId()
  const state = line.voided ? 'void' : line.preparation
  const still = state === 'ready' || state === 'void'
  return (
    <li className={classes.row} data-fresh={fresh || undefined} data-state={state}>
      <button
        type="button"
        className={classes.rowButton}
        aria-label={t('lineLabel', { name: line.name, state: t(`state.${state}`) })}
        aria-describedby={detailsId}
        aria-disabled={still || resting || undefined}
        onClick={still || resting ? undefined : onTap}
      >
        <span className={classes.dish}>
          <span className={classes.qty}>{t('qty', { count: line.qty })}</span>
          <span className={classes.name}>{line.name}</span>
        </span>
        <StateBadge state={state} stacked />
        {line.note !== '' && (
          <span className={classes.note}>
            <IconMessageFilled aria-hidden size="1em" />
            <span>{line.note}</span>
          </span>
        )}
      </button>
      <span id={detailsId} hidden>
        {t('qty', { count: line.qty })} {line.note !== '' && t('note', { note: line.note })}
      </span>
    </li>
  )
}
