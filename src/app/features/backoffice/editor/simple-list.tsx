import { IconPlus } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureWords } from '#app/data/failure-words.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import type { OfficeRecord, OfficeRecordType } from '#device/messages.ts'
import type { RecordFields } from '#domain/record/record.ts'
import classes from '#app/features/backoffice/office.module.css'
import { OrderedRow } from './ordered-row.tsx'
import { movedPlaces } from '#app/features/backoffice/records/places.ts'
import { inOrder, nextPosition, text, whole } from '#app/features/backoffice/records/read.ts'
import type { FieldSpec } from './simple-draft.ts'
import { SimpleEditor } from './simple-editor.tsx'
import { useSaving } from '#app/features/backoffice/records/use-saving.ts'

interface Props {
  readonly type: OfficeRecordType
  readonly title: string
  readonly newLabel: string
  readonly emptyText: string
  readonly specs: readonly FieldSpec[]
  readonly records: readonly OfficeRecord[]
  readonly rowText: (record: OfficeRecord) => string
  /** Arrows put them in the order of the till; without, they stand by name. */
  readonly ordered?: boolean
  /** Fields that every new one has and the form does not show. */
  readonly added?: RecordFields
}

/** Records of one kind, each opened by a tap; what is out of use stands last. */
export function SimpleList(props: Props): ReactNode {
  const { type, title, newLabel, emptyText, specs, records, rowText, ordered = false, added = {} } = props
  const { t } = useTranslation('office')
  const wordsOf = useFailureWords()
  const { busy, failure, save } = useSaving()
  const [editing, setEditing] = useState<{ readonly record: OfficeRecord | null } | null>(null)
  const placed = inOrder(
    records.map((record) => ({
      record,
      id: record.id,
      name: text(record, 'name'),
      position: ordered ? whole(record, 'position') : 0,
    })),
  )
  const on = placed.filter(({ record }) => record['active'] === true)
  const off = placed.filter(({ record }) => record['active'] !== true)
  const move = async (id: string, by: 1 | -1): Promise<void> => {
    for (const { id: moved, position } of movedPlaces(on, id, by)) {
      if (!(await save(type, moved, { position }))) return
    }
  }
  const arrow = (index: number, by: 1 | -1): (() => void) | null => {
    const id = on[index]?.id
    if (!ordered || busy || id === undefined || on[index + by] === undefined) return null
    return () => void move(id, by)
  }
  return (
    <section className={classes.panel} aria-label={title}>
      <div className={classes.listHead}>
        <h2 className={classes.listTitle}>{title}</h2>
        <Button icon={<IconPlus size={20} aria-hidden />} onClick={() => setEditing({ record: null })}>
          {newLabel}
        </Button>
      </div>
      {failure !== null && (
        <Note tone="bad" title={wordsOf(failure).message} text={wordsOf(failure).remedy} />
      )}
      {placed.length === 0 && <p className={classes.none}>{emptyText}</p>}
      <ul className={classes.list}>
        {[...on, ...off].map(({ record, name }, index) => (
          <OrderedRow
            key={record.id}
            name={name}
            text={record['active'] === true ? rowText(record) : t('retiredPlain')}
            isOff={record['active'] !== true}
            onOpen={() => setEditing({ record })}
            movable={ordered}
            onUp={arrow(index, -1)}
            onDown={arrow(index, 1)}
          />
        ))}
      </ul>
      {editing !== null && (
        <SimpleEditor
          key={editing.record?.id ?? ''}
          type={type}
          title={editing.record === null ? newLabel : t('edit', { name: text(editing.record, 'name') })}
          specs={specs}
          record={editing.record}
          now={records.find(({ id }) => id === editing.record?.id) ?? null}
          added={ordered ? { ...added, position: nextPosition(placed) } : added}
          onClose={() => setEditing(null)}
        />
      )}
    </section>
  )
}
