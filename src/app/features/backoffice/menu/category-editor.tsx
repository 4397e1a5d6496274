import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { categoryColor, COLOR_NAMES } from '#app/ui/category-color.ts'
import { Note } from '#app/ui/note.tsx'
import { ChoiceField } from '#app/features/backoffice/editor/choice-field.tsx'
import type { ClashLine } from '#app/features/backoffice/editor/clash-note.tsx'
import { TextField } from '#app/features/backoffice/editor/field.tsx'
import { OnePill } from '#app/features/backoffice/editor/pills.tsx'
import { RecordEditor, type FormPart } from '#app/features/backoffice/editor/record-editor.tsx'
import { errorsOf, wrongName } from '#app/features/backoffice/records/typed.ts'
import { useSaving } from '#app/features/backoffice/records/use-saving.ts'
import { useCourseOptions } from './course-options.ts'
import type { OfficeCategory } from './menu-records.ts'

interface Props {
  readonly category: OfficeCategory
  readonly isNew: boolean
  /** The same as it stands while the form is open. */
  readonly now: OfficeCategory | null
  /** How many items on the menu stand in it. */
  readonly itemCount: number
  readonly onClose: () => void
}

export function CategoryEditor({ category, isNew, now, itemCount, onClose }: Props): ReactNode {
  const { t } = useTranslation('office')
  const saving = useSaving()
  const courses = useCourseOptions()
  // Its items would stand nowhere.
  const mayRetire = itemCount === 0 || !category.active
  const wordsOf = ({ name, color, course }: OfficeCategory): { readonly [field: string]: string } => ({
    name: name.trim(),
    color: COLOR_NAMES.flatMap((id) => (id === color ? t(`colors.${id}`) : []))[0] ?? color,
    course: courses.find(({ id }) => id === String(course))?.label ?? '',
  })
  const labels: { readonly [field: string]: string } = {
    name: t('categories.name'),
    color: t('categories.color'),
    course: t('categories.course'),
  }
  const lineOf = (field: string, draft: OfficeCategory): ClashLine => {
    const label = labels[field] ?? field
    const [theirs, mine] = [now === null ? undefined : wordsOf(now)[field], wordsOf(draft)[field]]
    return theirs === undefined || mine === undefined ? { label } : { label, theirs, mine }
  }
  return (
    <RecordEditor
      title={t(isNew ? 'categories.newTitle' : 'categories.editTitle')}
      first={category}
      now={now}
      kept={{ type: 'category', recordId: category.id }}
      lineOf={lineOf}
      read={({ id: _id, ...draft }) => ({
        fields: { ...draft, name: draft.name.trim() },
        errors: errorsOf({ name: wrongName(draft.name) }),
      })}
      active={isNew ? null : category.active}
      retire={mayRetire ? 'menu' : 'not'}
      saving={saving}
      keep={(fields) => saving.save('category', category.id, fields)}
      onClose={onClose}
    >
      {(part) => (
        <>
          <CategoryFields {...part} isNew={isNew} courses={courses} />
          {!isNew && !mayRetire && (
            <Note tone="info" title={t('categories.inUse')} text={t('categories.inUseText')} />
          )}
        </>
      )}
    </RecordEditor>
  )
}

interface FieldsProps extends FormPart<OfficeCategory> {
  readonly isNew: boolean
  readonly courses: ReturnType<typeof useCourseOptions>
}

function CategoryFields({ draft, errors, onChange, isNew, courses }: FieldsProps): ReactNode {
  const { t } = useTranslation('office')
  return (
    <>
      <TextField
        label={t('categories.name')}
        value={draft.name}
        onChange={(name) => onChange({ name })}
        wrong={errors['name']}
        autoFocus={isNew}
      />
      <OnePill
        legend={t('categories.color')}
        name="color"
        options={COLOR_NAMES.map((id) => ({ id, label: t(`colors.${id}`), color: categoryColor(id) }))}
        chosen={draft.color}
        onChange={(color) => onChange({ color })}
      />
      <ChoiceField
        label={t('categories.course')}
        value={String(draft.course)}
        options={courses}
        onChange={(course) => onChange({ course: Number(course) })}
      />
    </>
  )
}
