import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import type { HourTotal } from '#domain/day/day-report.ts'
import { barPercent, hourLabel, hoursInOrder } from './hours.ts'
import classes from './report-table.module.css'

/** When the money came in: a chart that is a table for whoever does not see its bars. */
export function HourTable({ hours }: { readonly hours: readonly HourTotal[] }): ReactNode {
  const { t } = useTranslation('reports')
  const { money, locale } = useFormat()
  const rows = hoursInOrder(hours)
  const longest = Math.max(...rows.map((hour) => hour.gross))
  return (
    <table className={classes.table} data-chart>
      <caption>{t('hours.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('hours.name')}</th>
          <th scope="col">{t('hours.orders')}</th>
          <th scope="col">{t('gross')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((hour) => (
          <tr key={hour.hour} data-quiet={hour.orders === 0 || undefined}>
            <th scope="row">{hourLabel(hour.hour, locale)}</th>
            <td>{hour.orders}</td>
            <td className={classes.barCell}>
              <span className={classes.barRow}>
                <span aria-hidden className={classes.track}>
                  <span
                    className={classes.bar}
                    data-longest={hour.gross === longest || undefined}
                    style={{ inlineSize: `${barPercent(hour.gross, longest)}%` }}
                  />
                </span>
                <span className={classes.barAmount}>{money(hour.gross)}</span>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
