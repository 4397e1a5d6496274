import { Switch } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureWords } from '#app/data/failure-words.ts'
import { useAtServer } from '#app/data/use-at-server.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import type { DeviceView } from '#device/messages/device-views.ts'
import type { SetAsideView } from '#device/messages/office-views.ts'
import { AsideRow } from './aside-row.tsx'
import classes from './devices.module.css'

interface Props {
  readonly devices: readonly DeviceView[]
}

interface Shown {
  readonly items: readonly SetAsideView[]
  readonly more: boolean
  readonly all: boolean
}

/** What the server set aside, to look at and to settle. Nothing is ever deleted. [QUARANTINE1] */
export function AsidePanel({ devices }: Props): ReactNode {
  const { t } = useTranslation('devices')
  const wordsOf = useFailureWords()
  const { busy, failure, run } = useAtServer()
  const [shown, setShown] = useState<Shown | null>(null)

  const load = async (all: boolean, before: readonly SetAsideView[] = []): Promise<void> => {
    const page = await run('setAside', { after: before.at(-1)?.id ?? 0, all })
    if (page !== null) setShown({ items: [...before, ...page.value.items], more: page.value.more, all })
  }
  const settle = async (id: number, how: 'release' | 'dismiss'): Promise<void> => {
    // A release may take in others of the same device, too.
    if ((await run('settleAside', { id, how })) !== null) await load(shown?.all ?? false)
  }

  return (
    <section className={classes.main} aria-label={t('aside.title')}>
      <p className={classes.text}>{t('aside.text')}</p>
      {failure !== null && (
        <Note tone="bad" title={wordsOf(failure).message} text={wordsOf(failure).remedy} />
      )}
      {shown === null ? (
        <Button variant="primary" disabled={busy} onClick={() => void load(false)}>
          {t('aside.show')}
        </Button>
      ) : (
        <>
          <Switch
            size="md"
            label={t('aside.all')}
            checked={shown.all}
            disabled={busy}
            onChange={(event) => void load(event.currentTarget.checked)}
          />
          {shown.items.length === 0 && <EmptyState title={t('aside.empty')} text={t('aside.emptyText')} />}
          <ul className={classes.list} hidden={shown.items.length === 0}>
            {shown.items.map((item) => (
              <AsideRow
                key={item.id}
                item={item}
                device={devices.find(({ id }) => id === item.dev) ?? null}
                busy={busy}
                onSettle={(how) => void settle(item.id, how)}
              />
            ))}
          </ul>
          {shown.more && (
            <Button disabled={busy} onClick={() => void load(shown.all, shown.items)}>
              {t('aside.more')}
            </Button>
          )}
        </>
      )}
    </section>
  )
}
