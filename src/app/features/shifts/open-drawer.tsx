import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '#app/data/new-id.ts'
import { useFormat } from '#app/data/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { AMOUNT_DIGITS_MAX, usePad } from '#app/ui/use-pad.ts'
import { AmountPad } from './amount-pad.tsx'
import classes from './shifts.module.css'
import { useShiftCommand } from './use-shift-command.tsx'

interface Props {
  readonly drawer: string
  readonly name: string
  readonly onOpened: (shiftId: string) => void
}

/** The first thing in the morning: what lies in the drawer already. */
export function OpenDrawer({ drawer, name, onOpened }: Props): ReactNode {
  const { t } = useTranslation('shifts')
  const { money } = useFormat()
  const pad = usePad(AMOUNT_DIGITS_MAX)
  // Made once: the same opening again is one session.
  const [shiftId] = useState(newId)
  const { busy, note, run } = useShiftCommand()
  const open = (): void => {
    void run({ type: 'open_shift', shiftId, drawer, float: Number(pad.digits) }).then((done) => {
      if (done) onOpened(shiftId)
    })
  }
  return (
    <section className={classes.narrow} aria-label={t('drawer.openTitle')}>
      <div>
        <h2 className={classes.heading}>
          {t('drawer.openTitle')} · {name}
        </h2>
        <p className={classes.soft}>{t('drawer.openText')}</p>
      </div>
      <AmountPad label={t('drawer.float')} pad={pad} onEnter={open} busy={busy} />
      {note}
      <Button variant="primary" large wide disabled={busy} onClick={open}>
        {t('drawer.openAmount', { amount: money(Number(pad.digits)) })}
      </Button>
    </section>
  )
}
