import { IconPrinter } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureWords } from '#app/data/failure-words.ts'
import { useSession } from '#app/data/session-context.ts'
import { useAct } from '#app/data/use-act.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import type { PrintQueueView } from '#device/messages/print-views.ts'
import type { Failure } from '#device/messages.ts'
import classes from './printing.module.css'

type Printer = PrintQueueView['printers'][number]

/** The printers in use, each with a slip that shows how it prints. [PRINT23] */
export function PrinterList({ printers }: { readonly printers: readonly Printer[] }): ReactNode {
  const { t } = useTranslation('printing')
  if (printers.length === 0) return null
  return (
    <section className={classes.panel} aria-label={t('own.printers')}>
      <h2 className={classes.heading}>{t('own.printers')}</h2>
      <ul className={classes.printers}>
        {printers.map((printer) => (
          <PrinterRow key={printer.id} printer={printer} />
        ))}
      </ul>
    </section>
  )
}

function PrinterRow({ printer: { id, name, here } }: { readonly printer: Printer }): ReactNode {
  const { t } = useTranslation('printing')
  const act = useAct()
  const wordsOf = useFailureWords()
  const { token } = useSession()
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState<true | Failure | null>(null)
  const words = done === null || done === true ? null : wordsOf(done)
  const test = async (): Promise<void> => {
    setBusy(true)
    const result = await act('testPrint', { token, printerId: id })
    setBusy(false)
    setDone(result.ok ? true : result.error)
  }
  return (
    <li className={classes.printer}>
      <span>
        <strong>{name}</strong>
        <span className={classes.where}>{t(here ? 'own.here' : 'own.house')}</span>
      </span>
      <Button
        icon={<IconPrinter size={20} aria-hidden />}
        aria-label={t('own.testOf', { name })}
        disabled={busy}
        onClick={() => void test()}
      >
        {t('own.test')}
      </Button>
      {done !== null && (
        <div className={classes.said}>
          {words === null ? (
            <Note tone="good" title={t('own.testing', { name })} />
          ) : (
            <Note tone="bad" title={words.message} text={words.remedy} />
          )}
        </div>
      )}
    </li>
  )
}
