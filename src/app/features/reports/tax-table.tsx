import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import type { DayReport } from '#domain/day/day-report.ts'
import type { TaxTotal } from '#domain/tax/tax.ts'
import classes from './report-table.module.css'

const PPM = 1_000_000

/** What the tax office asks: each rate, what it was applied to, and the tax. */
export function TaxTable({ report }: { readonly report: DayReport }): ReactNode {
  const { t } = useTranslation('reports')
  const { money } = useFormat()
  return (
    <table className={classes.table}>
      <caption>{t('taxes.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('taxes.name')}</th>
          <th scope="col">{t('net')}</th>
          <th scope="col">{t('tax')}</th>
        </tr>
      </thead>
      <tbody>
        {report.taxes.map((tax) => (
          <TaxRow key={`${tax.id} ${tax.name} ${tax.ratePpm} ${tax.inclusive}`} tax={tax} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {t('total')}
          </th>
          <td>{money(report.tax)}</td>
        </tr>
      </tfoot>
    </table>
  )
}

function TaxRow({ tax }: { readonly tax: TaxTotal }): ReactNode {
  const { t } = useTranslation('reports')
  const { money, locale } = useFormat()
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 })
  const rate = percent.format(tax.ratePpm / PPM)
  return (
    <tr>
      <th scope="row">
        {tax.name.includes('%') ? tax.name : t('taxes.rate', { name: tax.name, rate })}
        <span className={classes.aside}>{tax.inclusive ? t('taxes.inclusive') : t('taxes.onTop')}</span>
      </th>
      <td>{money(tax.net)}</td>
      <td>{money(tax.tax)}</td>
    </tr>
  )
}
