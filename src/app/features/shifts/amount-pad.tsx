import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { Keypad } from '#app/ui/keypad.tsx'
import type { usePad } from '#app/ui/use-pad.ts'
import classes from './pad.module.css'

interface Props {
  readonly label: string
  readonly pad: ReturnType<typeof usePad>
  readonly onEnter?: () => void
  /** While a command is on its way, or a manager types a PIN for it: keys are for somebody else. */
  readonly busy?: boolean
}

/** One amount on big keys. */
export function AmountPad({ label, pad, onEnter, busy = false }: Props): ReactNode {
  const { t } = useTranslation('shifts')
  const { money } = useFormat()
  return (
    <div className={classes.pad}>
      <div className={classes.readout} role="status" aria-label={label}>
        <span className={classes.label}>{label}</span>
        <span className={classes.amount}>{money(Number(pad.digits))}</span>
      </div>
      <Keypad
        onDigits={pad.add}
        onDelete={pad.remove}
        deleteLabel={t('delete')}
        extra="00"
        disabled={busy}
        {...(onEnter === undefined ? {} : { onEnter })}
      />
    </div>
  )
}
