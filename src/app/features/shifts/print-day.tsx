import { IconPrinter } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import classes from './shifts.module.css'
import { useShiftCommand } from './use-shift-command.tsx'

interface Props {
  readonly businessDate: string
  readonly closed: boolean
}

/** The X of a day that is open, the Z of one that is closed, on paper. [ZDAY11] */
export function PrintDay({ businessDate, closed }: Props): ReactNode {
  const { t } = useTranslation('shifts')
  const { busy, note, run } = useShiftCommand()
  const [printed, setPrinted] = useState(false)
  const print = async (): Promise<void> => {
    if (await run({ type: 'print_day', businessDate })) setPrinted(true)
  }
  return (
    <div className={classes.column}>
      <Button
        icon={<IconPrinter size={20} stroke={1.75} aria-hidden />}
        disabled={busy}
        onClick={() => void print()}
      >
        {t(closed ? 'day.printZ' : 'day.printX')}
      </Button>
      {note}
      <span className={classes.soft} role="status">
        {printed && t('day.printed')}
      </span>
    </div>
  )
}
