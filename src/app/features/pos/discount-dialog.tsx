import { Modal, NativeSelect } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { IconButton } from '#app/ui/button.tsx'
import type { OrderView } from '#device/messages.ts'
import { lineAmount, liveItems } from '#domain/order/bill.ts'
import { DiscountForm } from './discount-form.tsx'
import { givenDiscounts, takeBackDiscount } from './discount-target.ts'
import classes from './discount.module.css'
import { useTellingCommand } from './failure-toast.ts'

interface Props {
  readonly view: OrderView
  /** The line it was opened from; null: the order. */
  readonly itemId: string | null
  readonly onClose: () => void
}

/** Something off, on one line or on all of it; and what was given so far, to take it back. */
export function DiscountDialog({ view, itemId, onClose }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const { money } = useFormat()
  const [chosen, setChosen] = useState(itemId)
  const items = liveItems(view.items)
  const total = { value: '', label: `${t('discount.order')}, ${money(view.totals.total)}` }
  const lines = items.map((item) => ({
    value: item.id,
    label: t('discount.line', { qty: item.qty, name: item.name, amount: money(lineAmount(item)) }),
  }))
  return (
    <Modal opened onClose={onClose} title={t('discount.title')} size={720} yOffset="2dvh">
      <div className={classes.dialog}>
        <Given view={view} />
        <NativeSelect
          size="md"
          label={t('discount.target')}
          value={chosen ?? ''}
          onChange={({ currentTarget }) => setChosen(currentTarget.value === '' ? null : currentTarget.value)}
          data={[total, ...lines]}
        />
        <DiscountForm
          key={chosen ?? ''}
          target={{ orderId: view.order.id, itemId: chosen }}
          onDone={onClose}
        />
      </div>
    </Modal>
  )
}

function Given({ view }: { readonly view: OrderView }): ReactNode {
  const { t } = useTranslation('pos')
  const run = useTellingCommand()
  const given = givenDiscounts(view)
  if (given.length === 0) return null
  return (
    <ul className={classes.given} aria-label={t('discount.given')}>
      {given.map(({ target, discount, line }) => (
        <li key={`${target.itemId ?? ''} ${discount.id}`}>
          <span>
            <strong>{discount.kind === 'comp' ? t('discount.comp') : discount.name}</strong>
            {` · ${line ?? t('discount.order')} · ${discount.reason}`}
          </span>
          <IconButton
            label={t('discount.remove', { name: discount.name })}
            onClick={() => void run(takeBackDiscount(target, discount.id))}
          >
            <IconTrash size={20} stroke={1.75} aria-hidden />
          </IconButton>
        </li>
      ))}
    </ul>
  )
}
