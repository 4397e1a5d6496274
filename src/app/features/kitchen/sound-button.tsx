import { IconVolume, IconVolumeOff } from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import type { KitchenChime } from './use-chime.ts'
import classes from './kitchen-screen.module.css'

interface Props {
  readonly state: KitchenChime['state']
  readonly onToggle: () => void
}

/** Turns the sound off and on. Its words say how it is now. */
export const SoundButton = memo(function SoundButton({ state, onToggle }: Props): ReactNode {
  const { t } = useTranslation('kitchen')
  const Icon = state === 'off' ? IconVolumeOff : IconVolume
  return (
    <Button className={classes.sound} icon={<Icon aria-hidden size={24} />} onClick={onToggle}>
      <span className={classes.soundWord}>{t(`sound.${state}`)}</span>
    </Button>
  )
})
