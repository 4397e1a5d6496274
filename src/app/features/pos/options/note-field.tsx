import { Textarea } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { NOTE_LENGTH_MAX } from '#domain/limits.ts'

interface Props {
  readonly note: string
  readonly onChange: (note: string) => void
  /** Where nothing else is to be said, typing begins at once. */
  readonly first: boolean
}

/** A wish that no option says: "birthday candle". */
export function NoteField({ note, onChange, first }: Props): ReactNode {
  const { t } = useTranslation('pos')
  return (
    <Textarea
      label={t('order.noteLabel')}
      description={
        note === ''
          ? undefined
          : t('order.noteHint', { left: NOTE_LENGTH_MAX - note.length, max: NOTE_LENGTH_MAX })
      }
      inputWrapperOrder={['label', 'input', 'description']}
      value={note}
      onChange={(event) => onChange(event.currentTarget.value)}
      maxLength={NOTE_LENGTH_MAX}
      autosize
      minRows={first ? 3 : 1}
      {...(first ? { 'data-autofocus': true } : {})}
    />
  )
}
