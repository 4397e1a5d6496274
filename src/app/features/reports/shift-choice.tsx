import { NativeSelect } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RangeView, ShiftTime } from '#domain/report/range-view.ts'
import classes from './reports-screen.module.css'
import { useReportWords } from './use-report-words.ts'

interface Props {
  readonly view: RangeView
  /** Null: the whole day. */
  readonly onChoose: (shiftId: string | null) => void
}

/** Of a day, only what came while one drawer was open. A day without drawers has no such choice. [REPORT13] */
export function ShiftChoice({ view, onChoose }: Props): ReactNode {
  const { t } = useTranslation('reports')
  const { time } = useReportWords()
  const { shifts, names, shiftId } = view
  if (shifts.length === 0) return null
  const wordsOf = ({ drawer, openedBy, openedAt, closedAt }: ShiftTime): string =>
    t('shift.of', {
      drawer: names.devices[drawer] ?? drawer,
      from: time(openedAt),
      to: closedAt === null ? t('shift.now') : time(closedAt),
      name: names.people[openedBy] ?? '',
    })
  return (
    <NativeSelect
      className={classes.shift ?? ''}
      size="md"
      label={t('shift.label')}
      value={shiftId ?? ''}
      data={[
        { value: '', label: t('shift.all') },
        ...shifts.map((shift) => ({ value: shift.id, label: wordsOf(shift) })),
      ]}
      onChange={({ currentTarget: { value } }) => onChoose(value === '' ? null : value)}
    />
  )
}
