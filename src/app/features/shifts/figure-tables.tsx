import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import type { DayFigures } from '#domain/day/day-close.ts'
import { METHODS } from '#domain/payment/payment.ts'
import classes from './figure-tables.module.css'

/** What each way to pay brought in and gave back. */
export function MethodFigures({ rows }: { readonly rows: DayFigures['payments'] }): ReactNode {
  const { t } = useTranslation('shifts')
  const { money } = useFormat()
  const nameOf = (method: string): string => {
    const known = METHODS.find((one) => one === method)
    return known === undefined ? method : t(`figures.methods.${known}`)
  }
  return (
    <table className={classes.table}>
      <caption>{t('figures.payments')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('figures.method')}</th>
          <th scope="col">{t('figures.count')}</th>
          <th scope="col">{t('figures.amount')}</th>
          <th scope="col">{t('figures.refunded')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ method, count, amount, refunded }) => (
          <tr key={method}>
            <th scope="row">{nameOf(method)}</th>
            <td>{count}</td>
            <td>{money(amount)}</td>
            <td>{money(refunded)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What was sold at each rate, and its tax. */
export function TaxFigures({ rows }: { readonly rows: DayFigures['taxes'] }): ReactNode {
  const { t } = useTranslation('shifts')
  const { money } = useFormat()
  return (
    <table className={classes.table}>
      <caption>{t('figures.taxes')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('figures.name')}</th>
          <th scope="col">{t('figures.net')}</th>
          <th scope="col">{t('figures.tax')}</th>
          <th scope="col">{t('figures.refunded')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, net, tax, refunded }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td>{money(net)}</td>
            <td>{money(tax)}</td>
            <td>{money(refunded)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
