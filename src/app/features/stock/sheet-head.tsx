import { TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Note } from '#app/ui/note.tsx'
import { ReasonField } from '#app/ui/reason-field.tsx'
import { NAME_LENGTH_MAX, NOTE_LENGTH_MAX } from '#domain/limits.ts'
import classes from './form.module.css'
import type { SheetKind } from './sheet-commands.ts'

interface Props {
  readonly kind: SheetKind
  /** The supplier, or the reason. */
  readonly words: string
  readonly lacking: boolean
  readonly onWords: (words: string) => void
}

/** What a whole sheet is about: where it came from, why it is gone, or how counting works. */
export function SheetHead({ kind, words, lacking, onWords }: Props): ReactNode {
  const { t } = useTranslation('stock')
  if (kind === 'count') return <p className={classes.soft}>{t('sheet.countHint')}</p>
  if (kind === 'receive')
    return (
      <TextInput
        label={t('sheet.supplier')}
        value={words}
        autoComplete="off"
        maxLength={NAME_LENGTH_MAX}
        onChange={(event) => onWords(event.currentTarget.value)}
      />
    )
  return (
    <div className={classes.why}>
      <ReasonField
        label={t('sheet.reason')}
        value={words}
        reasons={t('sheet.reasons', { returnObjects: true })}
        lengthMax={NOTE_LENGTH_MAX}
        onChange={onWords}
      />
      {lacking && <Note tone="bad" title={t('sheet.reasonMissing')} />}
    </div>
  )
}
