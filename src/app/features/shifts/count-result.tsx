import { IconArrowDownRight, IconArrowUpRight, IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { Chip } from '#app/ui/chip.tsx'
import { Note } from '#app/ui/note.tsx'
import type { DrawerSessionView } from '#device/messages/shift-views.ts'
import { AmountRows } from './amount-rows.tsx'
import classes from './shifts.module.css'
import { useShiftCommand } from './use-shift-command.tsx'

interface Props {
  readonly session: DrawerSessionView
  /** Whether what was expected is shown to those who may see it: not while somebody counts blind. */
  readonly shown: boolean
  readonly onShow: () => void
  readonly onAgain: () => void
}

/** What was found beside what was expected; then it is closed, or counted again. [SHIFT4] [SHIFT5] */
export function CountResult({ session, shown, onShow, onAgain }: Props): ReactNode {
  const { t } = useTranslation('shifts')
  const { money, time } = useFormat()
  const { busy, note, run } = useShiftCommand()
  const { shiftId, status, count, closed, expected } = session
  const counted = closed?.counted ?? count?.total ?? 0
  const difference = session.difference ?? (expected === null ? null : counted - expected)
  const outdated = status === 'open' && count?.outdated === true
  return (
    <section className={classes.panel} aria-label={t('count.result')}>
      <h2 className={classes.heading}>{t('count.result')}</h2>
      {outdated ? (
        <Note tone="busy" title={t('count.outdated')} text={t('count.outdatedText')} />
      ) : (
        <>
          <AmountRows
            label={t('count.result')}
            rows={[
              { label: t('count.counted'), amount: money(counted) },
              ...(shown && expected !== null
                ? [{ label: t('count.expected'), amount: money(expected) }]
                : []),
            ]}
            {...(shown && difference !== null
              ? { total: { label: t('count.difference'), amount: money(difference) } }
              : {})}
          />
          {shown && difference !== null && <Verdict difference={difference} />}
        </>
      )}
      {closed !== null && (
        <p className={classes.soft}>{t('drawer.closedAt', { time: time(closed.at), name: closed.by })}</p>
      )}
      {note}
      {status === 'open' && (
        <div className={classes.ends}>
          {!outdated && !shown && expected !== null && <Button onClick={onShow}>{t('count.show')}</Button>}
          <Button variant={outdated ? 'primary' : 'plain'} large={outdated} onClick={onAgain}>
            {t('count.again')}
          </Button>
          {!outdated && (
            <Button
              variant="primary"
              disabled={busy}
              onClick={() => void run({ type: 'close_shift', shiftId })}
            >
              {t('count.close')}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}

/** Never by colour alone: a word and an arrow say it, too. */
function Verdict({ difference }: { readonly difference: number }): ReactNode {
  const { t } = useTranslation('shifts')
  if (difference === 0) {
    return (
      <div>
        <Chip tone="good" icon={<IconCheck size={18} aria-hidden />}>
          {t('count.exact')}
        </Chip>
      </div>
    )
  }
  const short = difference < 0
  const Icon = short ? IconArrowDownRight : IconArrowUpRight
  return (
    <div>
      <Chip tone={short ? 'bad' : 'busy'} icon={<Icon size={18} aria-hidden />}>
        {t(short ? 'count.short' : 'count.over')}
      </Chip>
    </div>
  )
}
