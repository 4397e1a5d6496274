import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { useShiftCommand } from './use-shift-command.tsx'

/** Closing a closed day once more adds to it what came late, and writes no second Z. [ZDAY2] [ZDAY7] */
export function WriteAddendum({ businessDate }: { readonly businessDate: string }): ReactNode {
  const { t } = useTranslation('shifts')
  const { busy, note, run } = useShiftCommand()
  return (
    <>
      {note}
      <Button large wide disabled={busy} onClick={() => void run({ type: 'close_day', businessDate })}>
        {t('day.addLate')}
      </Button>
    </>
  )
}
