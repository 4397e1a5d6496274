import { IconPlus } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureWords } from '#app/data/failure-words.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import type { OfficeRecord, OfficeRecordType } from '#device/messages.ts'
import classes from '#app/features/backoffice/office.module.css'
import { movedPlaces } from '#app/features/backoffice/records/places.ts'
import { inOrder, nextPosition, text, whole } from '#app/features/backoffice/records/read.ts'
import { useSaving } from '#app/features/backoffice/records/use-saving.ts'
import { OrderedRow } from './ordered-row.tsx'

/** What a list's form is opened with. */
export interface Opened {
  /** Null: a new one. */
  readonly record: OfficeRecord | null
  /** The same as it stands while the form is open: somebody else may save meanwhile. */
  readonly now: OfficeRecord | null
  /** Where a new one stands: behind the last. */
  readonly position: number
  readonly onClose: () => void
}

export interface RecordListProps {
  readonly title: string
  readonly newLabel: string
  readonly emptyText: string
  readonly records: readonly OfficeRecord[]
  readonly rowText: (record: OfficeRecord) => string
  /** Records of this type stand in the order of the till, moved by arrows; without, by name. */
  readonly ordered?: OfficeRecordType
  readonly editor: (opened: Opened) => ReactNode
}

/** Records of one kind, each opened by a tap; what is out of use stands last. */
export function RecordList(props: RecordListProps): ReactNode {
  const { title, newLabel, emptyText, records, rowText, ordered, editor } = props
  const { t } = useTranslation('office')
  const wordsOf = useFailureWords()
  const { busy, failure, save } = useSaving()
  const [editing, setEditing] = useState<{ readonly record: OfficeRecord | null } | null>(null)
  const placed = inOrder(
    records.map((record) => ({
      record,
      id: record.id,
      name: text(record, 'name'),
      position: ordered === undefined ? 0 : whole(record, 'position'),
    })),
  )
  const on = placed.filter(({ record }) => record['active'] === true)
  const off = placed.filter(({ record }) => record['active'] !== true)
  const move = async (type: OfficeRecordType, id: string, by: 1 | -1): Promise<void> => {
    for (const { id: moved, position } of movedPlaces(on, id, by)) {
      if (!(await save(type, moved, { position }))) return
    }
  }
  const arrow = (index: number, by: 1 | -1): (() => void) | null => {
    const id = on[index]?.id
    if (ordered === undefined || busy || id === undefined || on[index + by] === undefined) return null
    return () => void move(ordered, id, by)
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
            movable={ordered !== undefined}
            onUp={arrow(index, -1)}
            onDown={arrow(index, 1)}
          />
        ))}
      </ul>
      {editing !== null &&
        editor({
          record: editing.record,
          now: records.find(({ id }) => id === editing.record?.id) ?? null,
          position: nextPosition(placed),
          onClose: () => setEditing(null),
        })}
    </section>
  )
}
