import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { Keypad } from '#app/ui/keypad.tsx'
import { AMOUNT_DIGITS_MAX, usePad } from '#app/ui/use-pad.ts'
import classes from './pay.module.css'
import { quickAmounts } from './quick-amounts.ts'
import { Readout } from './readout.tsx'
import { useTakePayment, type Payee } from './use-take-payment.ts'

interface Props {
  readonly payee: Payee
  readonly due: number
}

/** Cash: what the guest gave, and at once what comes back. Less than is due is a part. */
export function CashPane({ payee, due }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const { money, currency } = useFormat()
  const { digits, add, remove, set } = usePad(AMOUNT_DIGITS_MAX)
  const { busy, take } = useTakePayment(payee)
  const quick = useMemo(() => quickAmounts(due, currency.exponent), [due, currency.exponent])
  const given = Number(digits)
  const amount = Math.min(given, due)
  const part = given < due
  const enter = (): void => {
    if (amount > 0 && !busy) void take('cash', amount, given)
  }
  return (
    <>
      <div className={classes.readouts}>
        <Readout label={t('pay.given')} amount={money(given)} />
        {part ? (
          <Readout label={t('pay.remains')} amount={money(due - given)} />
        ) : (
          <Readout tone="good" label={t('pay.change')} amount={money(given - due)} />
        )}
      </div>
      <div className={classes.quick} role="group" aria-label={t('pay.quick')}>
        <Button onClick={() => set(String(due))}>{t('pay.exact')}</Button>
        {quick.map((sum) => (
          <Button key={sum} onClick={() => set(String(sum))}>
            {money(sum)}
          </Button>
        ))}
      </div>
      <Keypad onDigits={add} onDelete={remove} deleteLabel={t('pay.delete')} extra="00" onEnter={enter} />
      <Button variant="primary" large wide disabled={amount <= 0 || busy} onClick={enter}>
        {t(part && amount > 0 ? 'pay.takePart' : 'pay.take', { amount: money(amount > 0 ? amount : due) })}
      </Button>
    </>
  )
}
