import { IconSend } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { memo, type ReactNode } from 'react'
import type { Format } from '#app/data/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import classes from './slip.module.css'

const SEND = <IconSend size={22} stroke={1.75} aria-hidden />

interface Props {
  /** How many are new. */
  readonly count: number
  /** Nothing is on the order that could be paid. */
  readonly empty: boolean
  readonly balance: number
  readonly locked: boolean
  readonly t: TFunction<'pos'>
  readonly money: Format['money']
  readonly onSend: () => void
  readonly onPay: () => void
}

/** The next step is the filled one: send while something is new, then pay. */
export const SlipActions = memo(function SlipActions(props: Props): ReactNode {
  const { count, empty, balance, locked, t, money, onSend, onPay } = props
  return (
    <div className={classes.actions}>
      <Button
        large
        data-quick
        variant={count > 0 ? 'primary' : 'plain'}
        disabled={count === 0 || locked}
        aria-label={count > 0 ? t('order.sendLong', { count }) : t('order.send')}
        icon={SEND}
        onClick={onSend}
      >
        {count > 0 ? t('order.sendCount', { count }) : t('order.send')}
      </Button>
      <Button
        large
        variant={count === 0 && !empty ? 'primary' : 'plain'}
        disabled={empty || locked}
        onClick={onPay}
      >
        {empty ? t('order.pay') : t('order.payAmount', { amount: money(balance) })}
      </Button>
    </div>
  )
})
