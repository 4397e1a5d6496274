import { IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import type { CheckBalance } from '#domain/check/balances.ts'
import { useCheckName } from './use-check-name.ts'
import classes from './split.module.css'

interface Props {
  readonly checks: readonly CheckBalance[]
  readonly chosen: string | null
  readonly onChoose: (checkId: string) => void
}

/** The checks of a split bill: one is paid at a time, in any order. */
export function ChecksBar({ checks, chosen, onChoose }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const { money } = useFormat()
  const nameOf = useCheckName()
  return (
    <div className={classes.bar} role="group" aria-label={t('split.checks')}>
      {checks.map(({ id, name, total, balance }) => (
        <button
          key={id}
          type="button"
          className={classes.check}
          aria-pressed={id === chosen}
          disabled={balance <= 0}
          onClick={() => onChoose(id)}
        >
          <span className={classes.checkName}>{nameOf({ id, name })}</span>
          {balance > 0 ? (
            <span>{money(balance)}</span>
          ) : (
            <span className={classes.paid}>
              <IconCheck size={18} stroke={2} aria-hidden />
              {t('split.paid', { amount: money(total) })}
            </span>
          )}
        </button>
      ))}
    </div>
  )
}
