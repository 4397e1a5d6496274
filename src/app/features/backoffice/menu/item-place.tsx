import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ChoiceField } from '#app/features/backoffice/editor/choice-field.tsx'
import { useCourseOptions } from './course-options.ts'
import classes from '#app/features/backoffice/editor/editor.module.css'
import { useWrongWords } from '#app/features/backoffice/editor/field.tsx'
import type { ItemPartProps } from './item-part.ts'

/** Where an item stands on the menu, where it is made, and in which course it goes. */
export function ItemPlace({ draft, errors, menu, onChange }: ItemPartProps): ReactNode {
  const { t } = useTranslation('office')
  const words = useWrongWords()
  const courses = useCourseOptions()
  const wrong = errors['categoryId']
  return (
    <div className={classes.row}>
      <ChoiceField
        label={t('items.category')}
        value={draft.categoryId}
        options={[{ id: '', label: t('items.choose') }, ...offered(menu.categories, draft.categoryId)]}
        onChange={(categoryId) => onChange({ categoryId })}
        error={wrong === undefined ? null : words(wrong)}
      />
      <ChoiceField
        label={t('items.station')}
        value={draft.stationId}
        options={[{ id: '', label: t('items.noStation') }, ...offered(menu.stations, draft.stationId)]}
        onChange={(stationId) => onChange({ stationId })}
      />
      <ChoiceField
        label={t('items.course')}
        value={draft.course}
        // A course that was said once cannot be unsaid; 0 is none.
        options={draft.course === '' ? [{ id: '', label: t('items.courseOfCategory') }, ...courses] : courses}
        onChange={(course) => onChange({ course })}
      />
    </div>
  )
}

interface Offered {
  readonly id: string
  readonly name: string
  readonly active: boolean
}

/** What is there to choose; what is retired only where it is chosen already. */
function offered(
  all: readonly Offered[],
  chosen: string,
): readonly { readonly id: string; readonly label: string }[] {
  return all.filter(({ id, active }) => active || id === chosen).map(({ id, name }) => ({ id, label: name }))
}
