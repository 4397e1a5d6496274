import { SegmentedControl } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { Keypad } from '#app/ui/keypad.tsx'
import { Note } from '#app/ui/note.tsx'
import { Stepper } from '#app/ui/stepper.tsx'
import type { OrderView } from '#device/messages.ts'
import type { Payment } from '#domain/payment/payment.ts'
import { Readout } from './readout.tsx'
import { linesLeft, mostOf, type RefundKind } from './refund-draft.ts'
import classes from './refund.module.css'
import type { RefundDraft } from './use-refund.ts'

interface Props {
  readonly view: OrderView
  readonly payment: Payment
  readonly draft: RefundDraft
}

/** How much goes back: some of the lines, a typed amount, or all of it. */
export function RefundWhat({ view, payment, draft }: Props): ReactNode {
  const { t } = useTranslation(['history', 'pos'])
  const { money } = useFormat()
  const { kind, sum } = draft
  const kinds: readonly RefundKind[] =
    view.order.sale === null ? ['full', 'amount'] : ['lines', 'amount', 'full']
  return (
    <div className={classes.what}>
      <SegmentedControl
        size="md"
        fullWidth
        className={classes.kinds}
        aria-label={t('refund.kinds')}
        value={kind}
        onChange={(value) => draft.setKind(kinds.find((one) => one === value) ?? 'full')}
        data={kinds.map((one) => ({ value: one, label: t(`refund.kind.${one}`) }))}
      />
      {kind === 'lines' && <Lines view={view} draft={draft} />}
      {kind === 'amount' && (
        <>
          <Readout label={t('refund.typed')} amount={money(draft.typed)} />
          <Keypad onDigits={draft.add} onDelete={draft.remove} deleteLabel={t('pos:pay.delete')} extra="00" />
        </>
      )}
      {kind === 'full' && (
        <>
          <Readout label={t('refund.all')} amount={money(sum.amount + sum.tip)} />
          {sum.tip > 0 && <Note tone="info" title={t('refund.withTip', { amount: money(sum.tip) })} />}
        </>
      )}
      {sum.above && (
        <Note
          tone="busy"
          title={t('refund.above', { amount: money(mostOf(view, payment)) })}
          text={t('refund.aboveText')}
        />
      )}
    </div>
  )
}

function Lines({ view, draft }: Pick<Props, 'view' | 'draft'>): ReactNode {
  const { t } = useTranslation('history')
  const lines = linesLeft(view)
  if (lines.length === 0) return <Note tone="info" title={t('refund.noLines')} />
  return (
    <ul className={classes.lines} aria-label={t('refund.lines')}>
      {lines.map(({ itemId, name, left }) => (
        <li key={itemId} className={classes.line}>
          <span className={classes.name}>
            {name}
            <span className={classes.soft}>{t('refund.left', { count: left })}</span>
          </span>
          <Stepper
            value={draft.qtys.get(itemId) ?? 0}
            min={0}
            max={left}
            onChange={(qty) => draft.setQty(itemId, qty)}
            lessLabel={t('refund.less', { name })}
            moreLabel={t('refund.more', { name })}
            label={t('refund.qty', { name })}
          />
        </li>
      ))}
    </ul>
  )
}
