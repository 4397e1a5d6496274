import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import type { TaxTotal } from '#domain/tax/tax.ts'
import type { TotalsView } from '#device/messages.ts'
import classes from './slip.module.css'

const PPM_PER_PERCENT = 10_000

/** Subtotal, every tax, the total; and once something is paid, what is left. */
export const OrderTotals = memo(function OrderTotals({ totals }: { readonly totals: TotalsView }): ReactNode {
  const { t } = useTranslation('pos')
  const { money, locale } = useFormat()
  // Many taxes carry their rate in the name: then it is not said twice.
  const rated = ({ name, ratePpm }: TaxTotal): string =>
    name.includes('%') ? name : `${name} ${(ratePpm / PPM_PER_PERCENT).toLocaleString(locale)} %`
  return (
    <dl className={classes.totals}>
      <Row name={t('order.subtotal')} amount={money(totals.subtotal)} />
      {totals.discounts.map((one) => (
        <Row key={one.id} name={one.name} amount={money(-one.amount)} />
      ))}
      {totals.charges.map((one) => (
        <Row key={one.id} name={one.name} amount={money(one.amount)} />
      ))}
      {totals.relief !== 0 && <Row name={t('order.relief')} amount={money(-totals.relief)} />}
      {totals.taxes.map((tax) => (
        <Row
          key={`${tax.id} ${tax.ratePpm} ${tax.inclusive}`}
          name={t(tax.inclusive ? 'order.taxIncluded' : 'order.taxOnTop', { tax: rated(tax) })}
          amount={money(tax.tax)}
        />
      ))}
      <Row grand name={t('order.total')} amount={money(totals.total)} />
      {totals.paid !== 0 && (
        <>
          <Row name={t('order.paid')} amount={money(totals.paid)} />
          <Row grand name={t('order.left')} amount={money(totals.balance)} />
        </>
      )}
    </dl>
  )
})

interface RowProps {
  readonly name: string
  readonly amount: string
  readonly grand?: boolean
}

function Row({ name, amount, grand }: RowProps): ReactNode {
  return (
    <div className={grand ? `${classes.row} ${classes.grand}` : classes.row}>
      <dt>{name}</dt>
      <dd>{amount}</dd>
    </div>
  )
}
