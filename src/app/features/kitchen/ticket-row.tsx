import { IconMessageFilled } from '@tabler/icons-react'
import { useId, type ReactNode } from 'react'
import type { TicketLine } from '#domain/kitchen/ticket.ts'
import { Allergies, LineMarks, Modifiers } from './line-details.tsx'
import { StateBadge } from './state-badge.tsx'
import type { KitchenWords } from './use-kitchen-words.ts'
import classes from './ticket-card.module.css'

interface Props {
  readonly line: TicketLine
  readonly fresh: boolean
  readonly resting: boolean
  readonly words: KitchenWords
  readonly onTap: () => void
}

/** One dish of a ticket. A tap takes it one step further; done or voided, it only tells. */
export function TicketRow({ line, fresh, resting, words, onTap }: Props): ReactNode {
  const detailsId = useId()
  const state = line.voided ? 'void' : line.preparation
  const qty = words.qty(line.qty)
  const still = state === 'ready' || state === 'void'
  return (
    <li className={classes.row} data-fresh={fresh || undefined} data-state={state}>
      <button
        type="button"
        className={classes.rowButton}
        data-quick
        aria-label={words.lineLabel(line.name, state)}
        aria-describedby={detailsId}
        aria-disabled={still || resting || undefined}
        onClick={still || resting ? undefined : onTap}
      >
        <span className={classes.dish}>
          <span className={classes.qty}>{qty}</span>
          <span className={classes.name}>
            {line.name}
            <LineMarks line={line} words={words} />
          </span>
        </span>
        <StateBadge state={state} words={words} stacked />
        <Allergies {...{ line, words }} />
        {line.modifiers.length > 0 && <Modifiers modifiers={line.modifiers} words={words} />}
        {line.note !== '' && (
          <span className={classes.note}>
            <IconMessageFilled aria-hidden size="1em" />
            <span>{line.note}</span>
          </span>
        )}
      </button>
      <span id={detailsId} hidden>
        {detailsOf(line, qty, words)}
      </span>
    </li>
  )
}

/** What the eye reads below the name, for those who hear it. */
function detailsOf(line: TicketLine, qty: string, words: KitchenWords): string {
  const allergy = words.allergy(line)
  return [
    qty,
    allergy === null ? '' : [allergy.mark, allergy.dish].filter(Boolean).join(', '),
    line.mark === 'none' ? '' : words.mark[line.mark],
    ...line.modifiers.map((modifier) => words.modifier(modifier)),
    line.seat === 0 ? '' : words.seat(line.seat),
    line.course === 0 ? '' : words.course(line.course),
    line.note === '' ? '' : words.note(line.note),
  ]
    .filter((text) => text !== '')
    .join(', ')
}
