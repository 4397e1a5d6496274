import { Switch } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './place.module.css'
import type { LinePlace } from './line-place.ts'

interface Props {
  readonly place: LinePlace
  /** Chairs to choose from. */
  readonly covers: number
  /** Whether the menu may say the course: for lines to be. */
  readonly usual: boolean
  readonly onChange: (place: LinePlace) => void
}

/** What most menus have: starters, mains, desserts. */
const COURSES = 3

/** Whose it is, when it is eaten, and whether the kitchen waits with it. */
export function PlaceFields({ place, covers, usual, onChange }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const { seat, course, held } = place
  const seats = count(0, Math.max(covers, seat))
  const courses = [...(usual ? [null] : []), ...count(0, Math.max(COURSES, course ?? 0))]
  const courseName = (one: number | null): string => {
    if (one === null) return t('place.usual')
    return one === 0 ? t('place.none') : String(one)
  }
  return (
    <div className={classes.fields}>
      <Row label={t('place.seats')}>
        {seats.map((one) => (
          <Pick key={one} chosen={one === seat} onChoose={() => onChange({ ...place, seat: one })}>
            {one === 0 ? t('place.table') : one}
          </Pick>
        ))}
      </Row>
      <Row label={t('place.courses')}>
        {courses.map((one) => (
          <Pick key={one} chosen={one === course} onChoose={() => onChange({ ...place, course: one })}>
            {courseName(one)}
          </Pick>
        ))}
      </Row>
      <Switch
        size="lg"
        classNames={{ root: classes.hold ?? '', body: classes.holdBody ?? '' }}
        label={t('place.held')}
        checked={held}
        onChange={(event) => onChange({ ...place, held: event.currentTarget.checked })}
      />
    </div>
  )
}

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className={classes.row} role="group" aria-label={label}>
      <span className={classes.label} aria-hidden>
        {label}
      </span>
      <span className={classes.picks}>{children}</span>
    </div>
  )
}

interface PickProps {
  readonly chosen: boolean
  readonly onChoose: () => void
  readonly children: ReactNode
}

function Pick({ chosen, onChoose, children }: PickProps): ReactNode {
  return (
    <button type="button" className={classes.pick} aria-pressed={chosen} onClick={onChoose}>
      {children}
    </button>
  )
}

function count(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}
