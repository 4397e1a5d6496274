import { Modal, SegmentedControl } from '@mantine/core'
import { memo, useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { ReasonField } from '#app/ui/reason-field.tsx'
import type { Item } from '#domain/item/item.ts'
import { NOTE_LENGTH_MAX } from '#domain/limits.ts'
import classes from './dialog.module.css'
import { useTellingCommand } from './failure-toast.ts'

interface Props {
  readonly item: Item | null
  readonly onClose: () => void
}

const REASONS = ['order.reasonWrong', 'order.reasonMind', 'order.reasonSlow', 'order.reasonQuality'] as const

/** Striking what the kitchen has: never without a reason, never without a trace. */
export const VoidDialog = memo(function VoidDialog({ item, onClose }: Props): ReactNode {
  const { t } = useTranslation('pos')
  return (
    <Modal
      opened={item !== null}
      onClose={onClose}
      title={item && t('order.voidTitle', { qty: item.qty, name: item.name })}
    >
      {item !== null && <VoidForm key={item.id} item={item} onClose={onClose} />}
    </Modal>
  )
})

function VoidForm({ item, onClose }: { readonly item: Item; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('pos')
  const run = useTellingCommand()
  const [reason, setReason] = useState('')
  // What nobody began can still be stopped; the rest was most likely cooked.
  const [kind, setKind] = useState<'unmade' | 'wasted'>(item.preparation === 'pending' ? 'unmade' : 'wasted')
  const confirm = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const result = await run({
      type: 'void_item',
      orderId: item.orderId,
      itemId: item.id,
      kind,
      reason: reason.trim(),
    })
    if (result.ok) onClose()
  }
  return (
    <form className={classes.form} onSubmit={(event) => void confirm(event)}>
      <p className={classes.text}>{t('order.voidText')}</p>
      <SegmentedControl
        size="md"
        fullWidth
        className={classes.made}
        aria-label={t('order.voidMade')}
        value={kind}
        onChange={(value) => setKind(value === 'unmade' ? 'unmade' : 'wasted')}
        data={[
          { value: 'unmade', label: t('order.voidUnmade') },
          { value: 'wasted', label: t('order.voidWasted') },
        ]}
      />
      <ReasonField
        label={t('order.voidReason')}
        value={reason}
        reasons={REASONS.map((key) => t(key))}
        lengthMax={NOTE_LENGTH_MAX}
        onChange={setReason}
      />
      <div className={classes.actions}>
        <Button onClick={onClose}>{t('order.kept')}</Button>
        <Button type="submit" variant="danger" disabled={reason.trim() === ''}>
          {t('order.voidConfirm')}
        </Button>
      </div>
    </form>
  )
}
