import { Modal, Textarea } from '@mantine/core'
import { memo, useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import type { Item } from '#domain/item/item.ts'
import { NOTE_LENGTH_MAX } from '#domain/limits.ts'
import classes from './dialog.module.css'
import { useTellingCommand } from './failure-toast.ts'

/** The line a wish is for. */
export type NotedLine = Pick<Item, 'id' | 'orderId' | 'name' | 'note'>

interface Props {
  readonly item: NotedLine | null
  readonly onClose: () => void
}

/** A wish of the guest for one line: "no onions". */
export const NoteDialog = memo(function NoteDialog({ item, onClose }: Props): ReactNode {
  const { t } = useTranslation('pos')
  return (
    <Modal opened={item !== null} onClose={onClose} title={item && t('order.note', { name: item.name })}>
      {item !== null && <NoteForm key={item.id} item={item} onClose={onClose} />}
    </Modal>
  )
})

function NoteForm({ item, onClose }: { readonly item: NotedLine; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation(['pos', 'common'])
  const run = useTellingCommand()
  const [note, setNote] = useState(item.note)
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const wish = note.trim()
    if (wish === item.note) return onClose()
    const result = await run({ type: 'set_item_note', orderId: item.orderId, itemId: item.id, note: wish })
    if (result.ok) onClose()
  }
  return (
    <form className={classes.form} onSubmit={(event) => void save(event)}>
      <Textarea
        label={t('order.noteLabel')}
        description={t('order.noteHint', { left: NOTE_LENGTH_MAX - note.length, max: NOTE_LENGTH_MAX })}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        maxLength={NOTE_LENGTH_MAX}
        rows={3}
        data-autofocus
      />
      <div className={classes.actions}>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
        <Button type="submit" variant="primary">
          {t(note.trim() === '' && item.note !== '' ? 'order.noteClear' : 'order.noteSave')}
        </Button>
      </div>
    </form>
  )
}
