import { IconCheck, IconMinus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { IconButton } from '#app/ui/button.tsx'
import type { OptionState } from './option-state.ts'
import classes from './options.module.css'
import { prefixed } from './modifier-words.ts'

interface Props {
  readonly name: string
  readonly state: OptionState
  /** Sold out (86). */
  readonly gone: boolean
  readonly onTap: () => void
  /** Left out where there is never more than one. */
  readonly onLess?: (() => void) | undefined
}

/** One option: a tap chooses it, leaves it off or takes it back. Its state is a sign and words, never colour alone. */
export function OptionTile({ name, state, gone, onTap, onLess }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const { money } = useFormat()
  const { chosen, prefix, qty, cost, free, blocked } = state
  const left = prefix === 'no'
  const price = free ? t('options.free') : cost > 0 ? `+${money(cost)}` : ''
  const words = prefixed({ name, prefix, qty }, t)
  return (
    <span className={classes.tile} data-chosen={chosen || undefined} data-left={left || undefined}>
      <button
        type="button"
        className={classes.tap}
        aria-pressed={chosen}
        aria-label={[words, gone ? t('menu.soldOutLong') : price].filter(Boolean).join(', ')}
        disabled={blocked}
        onClick={onTap}
      >
        <span className={classes.mark} aria-hidden>
          {chosen && <IconCheck size={18} stroke={2.4} />}
        </span>
        <span className={classes.tileWords}>
          <span>{words}</span>
          <span className={classes.cost}>{gone ? t('menu.soldOut') : price}</span>
        </span>
      </button>
      {onLess !== undefined && chosen && (
        <IconButton className={classes.less} label={t('options.less', { name })} onClick={onLess}>
          <IconMinus size={20} stroke={2} aria-hidden />
        </IconButton>
      )}
    </span>
  )
}
