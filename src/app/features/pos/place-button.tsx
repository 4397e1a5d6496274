import { Popover } from '@mantine/core'
import { IconArmchair } from '@tabler/icons-react'
import { memo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { isSamePlace, USUAL_PLACE, type LinePlace } from './options/line-place.ts'
import { PlaceFields } from './options/place-fields.tsx'
import classes from './options/place.module.css'

interface Props {
  readonly place: LinePlace
  readonly covers: number
  readonly onChange: (place: LinePlace) => void
}

/** For which seat and course the next taps are. Says so as long as it is not the usual. */
export const PlaceButton = memo(function PlaceButton({ place, covers, onChange }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const [open, setOpen] = useState(false)
  const usual = isSamePlace(place, USUAL_PLACE)
  const words = [
    place.seat > 0 && t('order.seat', { seat: place.seat }),
    place.course === 0 && t('order.noCourse'),
    place.course !== null && place.course > 0 && t('order.course', { course: place.course }),
    place.held && t('order.held'),
  ].filter((one) => one !== false)
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width="min(380px, 94vw)" trapFocus>
      <Popover.Target>
        <Button
          variant={usual ? 'plain' : 'primary'}
          className={classes.button ?? ''}
          aria-label={t('place.next', { place: usual ? t('place.asUsual') : words.join(', ') })}
          icon={<IconArmchair size={22} stroke={1.75} aria-hidden />}
          onClick={() => setOpen(!open)}
        >
          {words.join(' · ')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('place.title')}>
        <PlaceFields {...{ place, covers, onChange }} usual />
        {!usual && (
          <Button
            wide
            className={classes.clear ?? ''}
            onClick={() => {
              onChange(USUAL_PLACE)
              setOpen(false)
            }}
          >
            {t('place.clear')}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  )
})
