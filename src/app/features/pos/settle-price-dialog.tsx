import { Modal } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { ReasonField } from '#app/ui/reason-field.tsx'
import { standingDoubt } from '#domain/item/doubt.ts'
import type { Item } from '#domain/item/item.ts'
import { NOTE_LENGTH_MAX } from '#domain/limits.ts'
import classes from './dialog.module.css'
import { useTellingCommand } from './failure-toast.ts'

interface Props {
  readonly item: Item | null
  readonly onClose: () => void
}

/** A price below the menu's, said to be right: with a reason, and a manager's yes. [REVIEW13] */
export function SettlePriceDialog({ item, onClose }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const { money } = useFormat()
  const asked = item === null ? undefined : standingDoubt(item)?.asked
  return (
    <Modal
      opened={item !== null}
      onClose={onClose}
      title={
        item &&
        t('doubts.title', { dish: item.combo?.name ?? item.name, asked: money(asked ?? item.unitPrice) })
      }
    >
      {item !== null && <SettleForm key={item.id} item={item} onClose={onClose} />}
    </Modal>
  )
}

function SettleForm({ item, onClose }: { readonly item: Item; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('pos')
  const run = useTellingCommand()
  const [reason, setReason] = useState('')
  const confirm = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const { id: itemId, orderId } = item
    const result = await run({ type: 'settle_price', orderId, itemId, reason: reason.trim() })
    if (result.ok) onClose()
  }
  return (
    <form className={classes.form} onSubmit={(event) => void confirm(event)}>
      <p className={classes.text}>{t('doubts.text')}</p>
      <ReasonField
        label={t('doubts.reason')}
        value={reason}
        reasons={t('doubts.reasons', { returnObjects: true })}
        lengthMax={NOTE_LENGTH_MAX}
        onChange={setReason}
      />
      <div className={classes.actions}>
        <Button onClick={onClose}>{t('doubts.cancel')}</Button>
        <Button type="submit" variant="primary" disabled={reason.trim() === ''}>
          {t('doubts.confirm')}
        </Button>
      </div>
    </form>
  )
}
