import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '#app/data/new-id.ts'
import { useSession } from '#app/data/session-context.ts'
import { useFormat } from '#app/data/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { AMOUNT_DIGITS_MAX, usePad } from '#app/ui/use-pad.ts'
import type { CheckOutView } from '#device/messages/shift-views.ts'
import type { CheckOutFacts } from '#domain/shift/check-out.ts'
import { AmountPad } from './amount-pad.tsx'
import { AmountRows, type AmountRow } from './amount-rows.tsx'
import { OpenOrders } from './open-orders.tsx'
import classes from './shifts.module.css'
import { useAsked } from './use-asked.tsx'
import { useShiftCommand } from './use-shift-command.tsx'

interface Props {
  readonly onOpenOrder: (orderId: string) => void
}

/** The end of somebody's work: their orders settled, their cash and tips told. */
export function CheckOutSection({ onOpenOrder }: Props): ReactNode {
  const { token } = useSession()
  const { view, instead } = useAsked('checkOut', { token })
  // A new id after each one that is done: coming back and leaving again is another check-out.
  return view === null ? (
    instead
  ) : (
    <CheckOut key={view.done?.id ?? ''} view={view} onOpenOrder={onOpenOrder} />
  )
}

function CheckOut({ view, onOpenOrder }: Props & { readonly view: CheckOutView }): ReactNode {
  const { t } = useTranslation('shifts')
  const { time } = useFormat()
  const { person } = useSession()
  const { facts, open, done } = view
  const idle = done !== null && facts.orders === 0 && facts.cash === 0 && open.length === 0
  return (
    <div className={classes.columns}>
      <div className={classes.column}>
        {done !== null && (
          <Note
            tone="good"
            title={t('checkOut.done', { time: time(done.at) })}
            text={t('checkOut.doneText')}
          />
        )}
        <section className={classes.panel} aria-label={t('checkOut.title')}>
          <h2 className={classes.heading}>{t('checkOut.title')}</h2>
          <p className={classes.soft}>{t('checkOut.text', { name: person?.name ?? '' })}</p>
          <Figures facts={idle ? done : facts} />
        </section>
      </div>
      <div className={classes.column}>
        {open.length > 0 && <OpenOrders open={open} onOpenOrder={onOpenOrder} />}
        {open.length === 0 && !idle && <Declare />}
      </div>
    </div>
  )
}

/** What is frozen by the check-out, and what is due. [CHECKOUT2] */
function Figures({ facts }: { readonly facts: Omit<CheckOutFacts, 'userId' | 'openOrders'> }): ReactNode {
  const { t } = useTranslation('shifts')
  const { money } = useFormat()
  const due = facts.cash - facts.cardTips
  const total: AmountRow =
    due < 0
      ? { label: t('checkOut.owed'), amount: money(-due) }
      : { label: t(due === 0 ? 'checkOut.even' : 'checkOut.hand'), amount: money(due) }
  return (
    <AmountRows
      label={t('checkOut.title')}
      rows={[
        { label: t('checkOut.orders'), amount: String(facts.orders) },
        { label: t('checkOut.covers'), amount: String(facts.covers) },
        { label: t('checkOut.sales'), amount: money(facts.sales) },
        { label: t('checkOut.cash'), hint: t('checkOut.cashHint'), amount: money(facts.cash) },
        { label: t('checkOut.cardTips'), amount: money(facts.cardTips) },
      ]}
      total={total}
    />
  )
}

/** Cash tips, told and done. [CHECKOUT3] */
function Declare(): ReactNode {
  const { t } = useTranslation('shifts')
  const pad = usePad(AMOUNT_DIGITS_MAX)
  const [checkOutId] = useState(newId)
  const { busy, note, run } = useShiftCommand()
  return (
    <section className={classes.panel} aria-label={t('checkOut.tips')}>
      <h2 className={classes.heading}>{t('checkOut.tips')}</h2>
      <p className={classes.soft}>{t('checkOut.tipsHint')}</p>
      <AmountPad label={t('checkOut.declare')} pad={pad} busy={busy} />
      {note}
      <Button
        variant="primary"
        large
        wide
        disabled={busy}
        onClick={() => void run({ type: 'check_out', checkOutId, declaredTips: Number(pad.digits) })}
      >
        {t('checkOut.submit')}
      </Button>
    </section>
  )
}
