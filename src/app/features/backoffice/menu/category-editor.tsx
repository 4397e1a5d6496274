import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { categoryColor, COLOR_NAMES } from '#app/ui/category-color.ts'
import { Note } from '#app/ui/note.tsx'
import { changedFields } from '#app/features/backoffice/records/changed.ts'
import { ChoiceField } from '#app/features/backoffice/editor/choice-field.tsx'
import { useCourseOptions } from './course-options.ts'
import { EditorDialog } from '#app/features/backoffice/editor/editor-dialog.tsx'
import { TextField } from '#app/features/backoffice/editor/field.tsx'
import type { OfficeCategory } from './menu-records.ts'
import { OnePill } from '#app/features/backoffice/editor/pills.tsx'
import { RetireButton } from '#app/features/backoffice/editor/retire-button.tsx'
import { wrongName } from '#app/features/backoffice/records/typed.ts'
import { useSaving } from '#app/features/backoffice/records/use-saving.ts'

interface Props {
  readonly category: OfficeCategory
  readonly isNew: boolean
  /** How many items on the menu stand in it. */
  readonly itemCount: number
  readonly onClose: () => void
}

export function CategoryEditor({ category, isNew, itemCount, onClose }: Props): ReactNode {
  const { t } = useTranslation('office')
  const { busy, failure, save } = useSaving()
  const courses = useCourseOptions()
  const [shown] = useState(category)
  const [draft, setDraft] = useState(category)
  const [tried, setTried] = useState(false)
  const wrong = wrongName(draft.name)
  const saveFields = async (fields: { readonly [field: string]: unknown }): Promise<void> => {
    if (await save('category', shown.id, fields)) onClose()
  }
  const submit = (): void => {
    setTried(true)
    if (wrong !== null) return
    const { id: _id, ...fields } = { ...draft, name: draft.name.trim() }
    void saveFields(changedFields(fields, isNew ? null : shown))
  }
  // Its items would stand nowhere.
  const mayRetire = itemCount === 0 || !shown.active
  return (
    <EditorDialog
      title={t(isNew ? 'categories.newTitle' : 'categories.editTitle')}
      busy={busy}
      failure={failure}
      wrong={tried && wrong !== null}
      aside={
        isNew || !mayRetire ? undefined : (
          <RetireButton active={shown.active} onSet={(active) => void saveFields({ active })} />
        )
      }
      onSave={submit}
      onClose={onClose}
    >
      <TextField
        label={t('categories.name')}
        value={draft.name}
        onChange={(name) => setDraft({ ...draft, name })}
        wrong={tried && wrong !== null ? wrong : undefined}
        autoFocus={isNew}
      />
      <OnePill
        legend={t('categories.color')}
        name="color"
        options={COLOR_NAMES.map((id) => ({ id, label: t(`colors.${id}`), color: categoryColor(id) }))}
        chosen={draft.color}
        onChange={(color) => setDraft({ ...draft, color })}
      />
      <ChoiceField
        label={t('categories.course')}
        value={String(draft.course)}
        options={courses}
        onChange={(course) => setDraft({ ...draft, course: Number(course) })}
      />
      {!isNew && !mayRetire && (
        <Note tone="info" title={t('categories.inUse')} text={t('categories.inUseText')} />
      )}
    </EditorDialog>
  )
}
