import { IconFlame, IconHandStop } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { Button } from '#app/ui/button.tsx'
import classes from './slip.module.css'

interface Props {
  readonly course: number
  readonly held: boolean
  readonly t: TFunction<'pos'>
  readonly locked: boolean
  readonly onHold: () => void
  readonly onFire: () => void
}

/** The name of a course among the new lines, and the one thing to do with it: hold it back, or fire it. */
export function CourseHead({ course, held, t, locked, onHold, onFire }: Props): ReactNode {
  const name = course === 0 ? t('order.noCourse') : t('order.course', { course })
  return (
    <div className={classes.course}>
      <h3 className={classes.courseName}>
        {name}
        {held && <span className={classes.held}>{t('order.held')}</span>}
      </h3>
      {!locked &&
        (held ? (
          <Button
            aria-label={t('order.fireLong', { name })}
            icon={<IconFlame size={20} stroke={1.75} aria-hidden />}
            onClick={onFire}
          >
            {t('order.fire')}
          </Button>
        ) : (
          <Button
            variant="quiet"
            aria-label={t('order.holdLong', { name })}
            icon={<IconHandStop size={20} stroke={1.75} aria-hidden />}
            onClick={onHold}
          >
            {t('order.hold')}
          </Button>
        ))}
    </div>
  )
}
