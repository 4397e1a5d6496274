import { Modal } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import type { DayCloseView } from '#device/messages/shift-views.ts'
import dialog from './dialog.module.css'
import classes from './shifts.module.css'
import { useShiftCommand } from './use-shift-command.tsx'

/** The last thing at night; asked once more, because a Z never changes. [ZDAY1] [ZDAY2] */
export function CloseDay({ view }: { readonly view: DayCloseView }): ReactNode {
  const { t } = useTranslation(['shifts', 'common'])
  const { locale } = useFormat()
  const { busy, note, run } = useShiftCommand()
  const [asking, setAsking] = useState(false)
  const { businessDate, nextNumber } = view
  const blocked = view.checks.some(({ blocks }) => blocks)
  const date = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'long' }).format(
    Date.parse(businessDate),
  )
  return (
    <div className={classes.column}>
      {blocked && <p className={classes.soft}>{t('day.closeMust')}</p>}
      <Button variant="primary" large wide disabled={blocked} onClick={() => setAsking(true)}>
        {t('day.close')}
      </Button>
      <Modal opened={asking} onClose={() => setAsking(false)} title={t('day.closeTitle', { date })}>
        <div className={dialog.form}>
          <p className={dialog.text}>{t('day.closeText', { number: nextNumber })}</p>
          {note}
          <div className={dialog.end}>
            <Button onClick={() => setAsking(false)}>{t('common:cancel')}</Button>
            <Button
              variant="primary"
              disabled={busy}
              onClick={() => void run({ type: 'close_day', businessDate })}
            >
              {t('day.confirm')}
            </Button>
          </div>
        </div>
      </Modal>
    </div>
  )
}
