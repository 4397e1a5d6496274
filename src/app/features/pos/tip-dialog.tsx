import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { Keypad } from '#app/ui/keypad.tsx'
import { AMOUNT_DIGITS_MAX, usePad } from '#app/ui/use-pad.ts'
import { Readout } from './readout.tsx'
import classes from './tip.module.css'
import { tipOf } from './tip-shares.ts'
import { useTipPercents } from './use-tip-percents.ts'

interface Props {
  /** What percentages are of, in minor units. */
  readonly of: number
  /** What would come back as change, and could be left; 0: nothing. */
  readonly rest: number
  readonly busy?: boolean
  readonly onTip: (tip: number) => void
  readonly onClose: () => void
}

/** What the guest gives on top: a usual share, what would be change, or any amount. [PAY5] [PAY10] */
export function TipDialog({ of, rest, busy = false, onTip, onClose }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const { money } = useFormat()
  const { digits, add, remove } = usePad(AMOUNT_DIGITS_MAX)
  const percents = useTipPercents()
  const typed = Number(digits)
  const give = (): void => {
    if (!busy) onTip(typed)
  }
  return (
    <Modal opened onClose={onClose} title={t('tip.title')} size={420} yOffset="2dvh">
      <div className={classes.dialog}>
        <div className={classes.quick} role="group" aria-label={t('tip.quick')}>
          <Button disabled={busy} onClick={() => onTip(0)}>
            {t('tip.none')}
          </Button>
          {percents.map((percent) => (
            <Button key={percent} disabled={busy} onClick={() => onTip(tipOf(of, percent))}>
              {t('tip.share', { percent, amount: money(tipOf(of, percent)) })}
            </Button>
          ))}
          {rest > 0 && (
            <Button disabled={busy} onClick={() => onTip(rest)}>
              {t('tip.rest', { amount: money(rest) })}
            </Button>
          )}
        </div>
        <Readout label={t('tip.typed')} amount={money(typed)} />
        <Keypad onDigits={add} onDelete={remove} deleteLabel={t('pay.delete')} extra="00" onEnter={give} />
        <Button variant="primary" large wide disabled={busy || typed === 0} onClick={give}>
          {t('tip.give', { amount: money(typed) })}
        </Button>
      </div>
    </Modal>
  )
}
