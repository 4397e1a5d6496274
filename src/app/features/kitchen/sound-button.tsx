import { IconVolume, IconVolumeOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import type { KitchenChime } from './use-chime.ts'
import classes from './kitchen-screen.module.css'

/** Turns the sound off and on. Its words say how it is now. */
export function SoundButton({ chime }: { readonly chime: KitchenChime }): ReactNode {
  const { t } = useTranslation('kitchen')
  const Icon = chime.state === 'off' ? IconVolumeOff : IconVolume
  return (
    <Button className={classes.sound} icon={<Icon aria-hidden size={24} />} onClick={chime.toggle}>
      <span className={classes.soundWord}>{t(`sound.${chime.state}`)}</span>
    </Button>
  )
}
