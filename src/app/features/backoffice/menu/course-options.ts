import { useTranslation } from 'react-i18next'
import { COURSE_MAX } from '#domain/limits.ts'

/** None, and every course there can be. [MENU3] */
export function useCourseOptions(): readonly { readonly id: string; readonly label: string }[] {
  const { t } = useTranslation('office')
  const numbers = Array.from({ length: COURSE_MAX }, (_, index) => index + 1)
  return [
    { id: '0', label: t('items.noCourse') },
    ...numbers.map((number) => ({ id: String(number), label: t('items.courseNumber', { number }) })),
  ]
}
