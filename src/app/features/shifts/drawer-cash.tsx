import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { Chip } from '#app/ui/chip.tsx'
import type { DrawerSessionView } from '#device/messages/shift-views.ts'
import type { CashFlow } from '#domain/shift/shift.ts'
import { AmountRows } from './amount-rows.tsx'
import classes from './shifts.module.css'

/** What adds to the drawer and what takes from it, in the order a person adds up. [CASH1] */
const FLOW = [
  { figure: 'cashSales', sign: 1 },
  { figure: 'cashTips', sign: 1 },
  { figure: 'paidIn', sign: 1 },
  { figure: 'paidOut', sign: -1 },
  { figure: 'drops', sign: -1 },
  { figure: 'tipsOut', sign: -1 },
  { figure: 'cashRefunds', sign: -1 },
] as const satisfies readonly { readonly figure: keyof CashFlow; readonly sign: 1 | -1 }[]

/** Whose drawer it is, since when, and what should be in it, for those who may know. */
export function DrawerCash({ session }: { readonly session: DrawerSessionView }): ReactNode {
  const { t } = useTranslation('shifts')
  const { money, time, date } = useFormat()
  const { name, status, openedAt, openedBy, float, flow, expected } = session
  const since = { date: date(openedAt), time: time(openedAt), name: openedBy }
  return (
    <section className={classes.panel} aria-label={name}>
      <div className={classes.panelHead}>
        <div>
          <h2 className={classes.heading}>{name}</h2>
          <p className={classes.soft}>{t('drawer.sinceDate', since)}</p>
        </div>
        <Chip tone={status === 'open' ? 'good' : 'neutral'}>{t(`drawer.${status}`)}</Chip>
      </div>
      {flow === null || expected === null ? (
        <>
          <AmountRows rows={[{ label: t('drawer.float'), amount: money(float) }]} />
          <p className={classes.soft}>{t('drawer.blindText')}</p>
        </>
      ) : (
        <AmountRows
          rows={[
            { label: t('drawer.float'), amount: money(float) },
            ...FLOW.filter(({ figure }) => figure === 'cashSales' || flow[figure] !== 0).map(
              ({ figure, sign }) => ({ label: t(`drawer.${figure}`), amount: money(sign * flow[figure]) }),
            ),
          ]}
          total={{ label: t('drawer.expected'), amount: money(expected) }}
        />
      )}
    </section>
  )
}
