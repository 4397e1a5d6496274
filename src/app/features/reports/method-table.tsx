import { IconCash, IconCoins, IconCreditCard, IconReceipt2, IconTicket } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import type { DayReport, MethodTotal } from '#domain/day/day-report.ts'
import { sum } from '#domain/money/money.ts'
import { METHODS, type Method } from '#domain/payment/payment.ts'
import classes from './report-table.module.css'

const ICONS = {
  cash: IconCash,
  card: IconCreditCard,
  voucher: IconTicket,
  account: IconReceipt2,
  other: IconCoins,
} as const satisfies {
  readonly [method in Method]: unknown
}

/** What should be in the drawer and on the terminal's slip. */
export function MethodTable({ report }: { readonly report: DayReport }): ReactNode {
  const { t } = useTranslation('reports')
  const { money } = useFormat()
  return (
    <table className={classes.table}>
      <caption>{t('methods.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('methods.name')}</th>
          <th scope="col">{t('methods.count')}</th>
          <th scope="col">{t('amount')}</th>
        </tr>
      </thead>
      <tbody>
        {report.methods.map((total) => (
          <MethodRow key={total.method} total={total} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {t('total')}
          </th>
          <td>{money(sum(report.methods.map((total) => total.amount)))}</td>
        </tr>
      </tfoot>
    </table>
  )
}

function MethodRow({ total }: { readonly total: MethodTotal }): ReactNode {
  const { t } = useTranslation('reports')
  const { money } = useFormat()
  const method = METHODS.find((known) => known === total.method)
  const Icon = method === undefined ? null : ICONS[method]
  return (
    <tr>
      <th scope="row">
        <span className={classes.withIcon}>
          {Icon !== null && <Icon aria-hidden size={22} stroke={1.6} />}
          {/* A newer device may know a way to pay that has no words here yet. */}
          {method === undefined ? total.method : t(`methods.${method}`)}
        </span>
      </th>
      <td>{total.count}</td>
      <td>{money(total.amount)}</td>
    </tr>
  )
}
