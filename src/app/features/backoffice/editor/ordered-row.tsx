import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '#app/ui/button.tsx'
import classes from '#app/features/backoffice/office.module.css'

interface Props {
  readonly name: string
  readonly text: string
  /** Before the name: what it is recognised by. */
  readonly sign?: ReactNode
  readonly isOff: boolean
  readonly onOpen: () => void
  /** Whether it has a place to move from at all. */
  readonly movable?: boolean
  /** Null: it is the first, the last, or has no place. */
  readonly onUp: (() => void) | null
  readonly onDown: (() => void) | null
}

/** A row of a list whose order is the till's: a tap opens its form, arrows move it. */
export function OrderedRow({
  name,
  text,
  sign,
  isOff,
  onOpen,
  movable = true,
  onUp,
  onDown,
}: Props): ReactNode {
  const { t } = useTranslation('office')
  return (
    <li className={classes.ordered}>
      <button
        type="button"
        className={`${classes.row ?? ''} ${classes.plainRow ?? ''}`}
        onClick={onOpen}
        data-off={isOff || undefined}
      >
        <span className={classes.rowName}>
          {sign}
          {name}
          <span className={classes.rowText}>{text}</span>
        </span>
      </button>
      {movable && (
        <>
          <IconButton label={t('up', { name })} disabled={onUp === null} onClick={() => onUp?.()}>
            <IconChevronUp size={22} aria-hidden />
          </IconButton>
          <IconButton label={t('down', { name })} disabled={onDown === null} onClick={() => onDown?.()}>
            <IconChevronDown size={22} aria-hidden />
          </IconButton>
        </>
      )}
    </li>
  )
}
