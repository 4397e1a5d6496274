import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '#app/data/use-ask.ts'
import { useFormat } from '#app/data/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import type { DeviceView } from '#device/messages/device-views.ts'
import type { SetAsideView } from '#device/messages/office-views.ts'
import { useDeviceName } from './device-words.ts'
import classes from './devices.module.css'

interface Props {
  readonly item: SetAsideView
  /** Null: nobody knows the device it names. */
  readonly device: DeviceView | null
  readonly busy: boolean
  readonly onSettle: (how: 'release' | 'dismiss') => void
}

const REASONS = [
  'bad_envelope',
  'bad_hash',
  'bad_signature',
  'unsigned',
  'wrong_store',
  'broken_payload',
  'not_allowed',
  'fork',
] as const
/** Enough to see what it is; whatever it holds is shown as text and does nothing. */
const BODY_SHOWN = 2_000

/** One thing set aside: why in words, whose, when, and its text as it came. */
export function AsideRow({ item, device, busy, onSettle }: Props): ReactNode {
  const { t } = useTranslation('devices')
  const { time, date } = useFormat()
  const nameOf = useDeviceName()
  const reason = REASONS.find((known) => known === item.reason)
  const rest = item.body.length - BODY_SHOWN
  return (
    <li className={classes.aside}>
      <strong>
        {reason === undefined ? t('aside.reason.other', { code: item.reason }) : t(`aside.reason.${reason}`)}
      </strong>
      <span className={classes.soft}>
        {t(item.dev === '' ? 'aside.fromNobody' : 'aside.from', {
          seq: item.seq,
          device: device === null ? t('aside.unknownDevice') : nameOf(device),
          date: date(item.receivedAt),
          time: time(item.receivedAt),
        })}
      </span>
      <details>
        <summary>{t('aside.body')}</summary>
        <pre className={classes.body}>
          {item.body.slice(0, BODY_SHOWN)}
          {rest > 0 && `\n${t('aside.cut', { count: rest })}`}
        </pre>
      </details>
      {item.settled !== null && <SettledBy item={item} settled={item.settled} />}
      {item.settled !== 'released' && (
        <div className={classes.actions}>
          <Button disabled={busy} onClick={() => onSettle('release')}>
            {t('aside.release')}
          </Button>
          {item.settled === null && (
            <Button variant="quiet" disabled={busy} onClick={() => onSettle('dismiss')}>
              {t('aside.dismiss')}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}

interface SettledProps {
  readonly item: SetAsideView
  readonly settled: NonNullable<SetAsideView['settled']>
}

function SettledBy({ item: { settledBy, settledAt }, settled }: SettledProps): ReactNode {
  const { t } = useTranslation('devices')
  const { time, date } = useFormat()
  const people = useAsk('people', null).data ?? []
  const at = settledAt ?? 0
  const name = people.find(({ id }) => id === settledBy)?.name ?? t('aside.somebody')
  return (
    <span className={classes.soft}>
      {t('aside.settledBy', { what: t(`aside.${settled}`), name, date: date(at), time: time(at) })}
    </span>
  )
}
