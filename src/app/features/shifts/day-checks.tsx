import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Chip } from '#app/ui/chip.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import type { DayCloseView } from '#device/messages/shift-views.ts'
import classes from './day-checks.module.css'
import shared from './shifts.module.css'

type Check = DayCloseView['checks'][number]

interface Props {
  readonly checks: DayCloseView['checks']
  readonly onOpenOrder: (orderId: string) => void
  readonly onSection: (section: 'drawer') => void
}

/** What is left before the day is closed, what blocks first; every entry says how to get rid of it. [ZDAY3] [ZDAY4] */
export function DayChecks({ checks, onOpenOrder, onSection }: Props): ReactNode {
  const { t } = useTranslation('shifts')
  return (
    <section className={shared.panel} aria-label={t('day.left')}>
      <h2 className={shared.heading}>{t('day.left')}</h2>
      {checks.length === 0 ? (
        <EmptyState
          icon={<IconCircleCheck size={40} stroke={1.5} aria-hidden />}
          title={t('day.ready')}
          text={t('day.readyText')}
        />
      ) : (
        <ul className={classes.checks}>
          {checks.map((check) => (
            <CheckRow key={check.what} check={check} onOpenOrder={onOpenOrder} onSection={onSection} />
          ))}
        </ul>
      )}
    </section>
  )
}

interface RowProps extends Omit<Props, 'checks'> {
  readonly check: Check
}

function CheckRow({ check, onOpenOrder, onSection }: RowProps): ReactNode {
  const { t } = useTranslation('shifts')
  const { what, blocks, entries, exits } = check
  const others = entries
    .filter(({ orderId }) => orderId === null)
    .map(({ name }) => name)
    .join(', ')
  const Icon = blocks ? IconAlertTriangle : IconInfoCircle
  return (
    <li className={classes.check}>
      <div className={classes.head}>
        <strong>{t(`day.check.${what}`)}</strong>
        <Chip tone={blocks ? 'bad' : 'neutral'} icon={<Icon size={18} aria-hidden />}>
          {t(blocks ? 'day.must' : 'day.may')}
        </Chip>
      </div>
      <div className={classes.entries}>
        {others !== '' && <span className={classes.entry}>{others}</span>}
        {entries.map(
          ({ name, orderId }) =>
            orderId !== null && (
              <Button
                key={name}
                aria-label={t('day.toOrder', { number: name })}
                onClick={() => onOpenOrder(orderId)}
              >
                {name}
              </Button>
            ),
        )}
        {what === 'open_shifts' && <Button onClick={() => onSection('drawer')}>{t('day.toDrawer')}</Button>}
      </div>
      <p className={shared.soft}>
        {t('day.exits', { exits: exits.map((exit) => t(`day.exit.${exit}`)).join('; ') })}
      </p>
    </li>
  )
}
