import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfficeRecord, OfficeRecordType } from '#device/messages.ts'
import type { RecordFields } from '#domain/record/record.ts'
import { text } from '#app/features/backoffice/records/read.ts'
import { RecordList, type RecordListProps } from './record-list.tsx'
import type { FieldSpec } from './simple-draft.ts'
import { SimpleEditor } from './simple-editor.tsx'

interface Props extends Omit<RecordListProps, 'editor' | 'ordered'> {
  readonly type: OfficeRecordType
  /** The fields, where it matters of which record; null: of a new one. */
  readonly specs: readonly FieldSpec[] | ((record: OfficeRecord | null) => readonly FieldSpec[])
  /** Arrows put them in the order of the till; without, they stand by name. */
  readonly ordered?: boolean
  /** Fields that every new one has and the form does not show. */
  readonly added?: RecordFields
}

/** Records of a few plain fields, in a list that opens their form. */
export function SimpleList({ type, specs, ordered = false, added = {}, ...list }: Props): ReactNode {
  const { t } = useTranslation('office')
  return (
    <RecordList
      {...list}
      {...(ordered ? { ordered: type } : {})}
      editor={({ record, now, position, onClose }) => (
        <SimpleEditor
          key={record?.id ?? ''}
          type={type}
          title={record === null ? list.newLabel : t('edit', { name: text(record, 'name') })}
          specs={typeof specs === 'function' ? specs(record) : specs}
          record={record}
          now={now}
          added={ordered ? { ...added, position } : added}
          onClose={onClose}
        />
      )}
    />
  )
}
