import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import classes from './pay.module.css'
import { tipOf } from './tip-shares.ts'
import { useTipPercents } from './use-tip-percents.ts'

interface Props {
  /** What percentages are of, in minor units. */
  readonly of: number
  readonly tip: number
  readonly onChange: (tip: number) => void
}

/** The store's usual shares, one tap each; the one that is chosen, tapped again, takes it back. [PAY18] */
export function QuickTips({ of, tip, onChange }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const { money } = useFormat()
  const percents = useTipPercents()
  if (percents.length === 0) return null
  return (
    <div className={classes.quick} role="group" aria-label={t('tip.quick')}>
      {percents.map((percent) => {
        const share = tipOf(of, percent)
        const chosen = share > 0 && share === tip
        return (
          <Button
            key={percent}
            className={classes.quickTip}
            aria-pressed={chosen}
            disabled={share === 0}
            onClick={() => onChange(chosen ? 0 : share)}
          >
            {t('tip.share', { percent, amount: money(share) })}
          </Button>
        )
      })}
    </div>
  )
}
