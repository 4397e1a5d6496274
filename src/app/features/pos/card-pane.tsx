import { IconCheck, IconX } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { Keypad } from '#app/ui/keypad.tsx'
import { Note } from '#app/ui/note.tsx'
import { AMOUNT_DIGITS_MAX, usePad } from '#app/ui/use-pad.ts'
import classes from './pay.module.css'
import { QuickTips } from './quick-tips.tsx'
import { Readout } from './readout.tsx'
import { TipReadout } from './tip-readout.tsx'
import { useTakePayment, type Payee } from './use-take-payment.ts'

interface Props {
  readonly payee: Payee
  readonly due: number
}

/** Card: the terminal stands beside the till; a person records what it answered. No card number comes in here. */
export function CardPane({ payee, due }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const { money } = useFormat()
  const { digits, add, remove, set } = usePad(AMOUNT_DIGITS_MAX)
  const { busy, take } = useTakePayment(payee)
  const [tip, setTip] = useState(0)
  const [typing, setTyping] = useState(false)
  const [declined, setDeclined] = useState(false)
  const amount = typing ? Number(digits) : due
  const above = amount > due
  const toggle = (): void => {
    set('')
    setTyping(!typing)
  }
  return (
    <>
      <div className={classes.readouts}>
        <Readout label={t('pay.cardAmount')} amount={money(amount + tip)} />
        <Readout label={t('pay.remains')} amount={money(Math.max(0, due - amount))} />
        <TipReadout tip={tip} of={amount} rest={0} onChange={setTip} />
      </div>
      <QuickTips of={amount} tip={tip} onChange={setTip} />
      {declined ? (
        <Note tone="busy" title={t('pay.declinedTitle')} text={t('pay.declinedText')} />
      ) : above ? (
        <Note tone="busy" title={t('pay.aboveDue', { amount: money(due) })} />
      ) : (
        <Note tone="info" title={t('pay.cardText')} />
      )}
      <div className={classes.answers}>
        <Button
          large
          variant="danger"
          icon={<IconX size={22} aria-hidden />}
          disabled={busy}
          onClick={() => setDeclined(true)}
        >
          {t('pay.declined')}
        </Button>
        <Button
          large
          variant="primary"
          icon={<IconCheck size={24} aria-hidden />}
          disabled={busy || above || amount <= 0}
          onClick={() => void take('card', amount, amount + tip, tip)}
        >
          {t('pay.approved')}
        </Button>
      </div>
      <Button variant="quiet" onClick={toggle}>
        {t(typing ? 'pay.all' : 'pay.other')}
      </Button>
      {typing && <Keypad onDigits={add} onDelete={remove} deleteLabel={t('pay.delete')} extra="00" />}
    </>
  )
}
