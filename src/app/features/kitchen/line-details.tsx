import { IconPencilExclamation, IconSparkles } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { AllergyMark } from '#app/ui/allergy-mark.tsx'
import type { TicketLine } from '#domain/kitchen/ticket.ts'
import type { KitchenWords } from './use-kitchen-words.ts'
import classes from './ticket-card.module.css'

interface MarksProps {
  readonly line: TicketLine
  readonly words: KitchenWords
}

/** New or changed, how many it was, its combo, seat and course. Most lines have none of it, and draw nothing. */
export function LineMarks({ line, words }: MarksProps): ReactNode {
  const { mark, combo, seat, course, qty, qtyBefore, voided } = line
  const fewer = !voided && qty < qtyBefore
  if (mark === 'none' && combo === '' && seat === 0 && course === 0 && !fewer) return null
  return (
    <span className={classes.marks}>
      {mark !== 'none' && (
        <span className={classes.mark} data-mark={mark}>
          {mark === 'new' ? (
            <IconSparkles aria-hidden size="1em" />
          ) : (
            <IconPencilExclamation aria-hidden size="1em" />
          )}
          {words.mark[mark]}
        </span>
      )}
      {fewer && <span className={classes.detail}>{words.was(qtyBefore)}</span>}
      {combo !== '' && <span className={classes.detail}>{combo}</span>}
      {seat !== 0 && <span className={classes.detail}>{words.seat(seat)}</span>}
      {course !== 0 && <span className={classes.detail}>{words.course(course)}</span>}
    </span>
  )
}

/** What the guest of a line must not eat, and whether the dish has it. Most lines have none, and draw nothing. [ALLERGY3] */
export function Allergies({ line, words }: MarksProps): ReactNode {
  const told = words.allergy(line)
  if (told === null) return null
  return (
    <span className={classes.allergy}>
      <AllergyMark words={told.mark} more={told.dish} />
    </span>
  )
}

interface ModifiersProps {
  readonly modifiers: TicketLine['modifiers']
  readonly words: KitchenWords
}

/** One under the other, nested ones further in. [TICKET2] */
export function Modifiers({ modifiers, words }: ModifiersProps): ReactNode {
  return (
    <span className={classes.modifiers}>
      {modifiers.map((modifier, index) => (
        <span
          // A modifier may be chosen twice: only its place tells it apart.
          key={index}
          data-prefix={modifier.prefix || undefined}
          style={modifier.depth === 0 ? undefined : { marginInlineStart: `${modifier.depth}em` }}
        >
          {words.modifier(modifier)}
        </span>
      ))}
    </span>
  )
}
