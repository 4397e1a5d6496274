import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { Keypad } from '#app/ui/keypad.tsx'
import { AMOUNT_DIGITS_MAX, usePad } from '#app/ui/use-pad.ts'
import { Readout } from './readout.tsx'
import classes from './split.module.css'

interface Props {
  /** What is left for a sum, in minor units. */
  readonly left: number
  readonly onAmount: (amount: number) => void
  readonly onBack: () => void
}

/** "I pay twenty": a sum out of what no other check holds. [CHECK7] */
export function SplitAmount({ left, onAmount, onBack }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const { money } = useFormat()
  const { digits, add, remove } = usePad(AMOUNT_DIGITS_MAX)
  const typed = Number(digits)
  const isGood = typed > 0 && typed <= left
  const enter = (): void => {
    if (isGood) onAmount(typed)
  }
  return (
    <div className={classes.amount}>
      <div className={classes.readouts}>
        <Readout label={t('split.amount')} amount={money(typed)} />
        <Readout label={t('split.left')} amount={money(Math.max(0, left - typed))} />
      </div>
      <Keypad onDigits={add} onDelete={remove} deleteLabel={t('pay.delete')} extra="00" onEnter={enter} />
      <div className={classes.actions}>
        <Button onClick={onBack}>{t('split.amountBack')}</Button>
        <Button variant="primary" large disabled={!isGood} onClick={enter}>
          {t('split.amountSet', { amount: money(typed) })}
        </Button>
      </div>
    </div>
  )
}
