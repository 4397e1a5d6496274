import { IconBluetooth, IconPlugConnected, IconUsb } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureWords } from '#app/data/failure-words.ts'
import { useOwnPrinter } from '#app/own-printer/own-printer-context.ts'
import type { PortKind } from '#app/own-printer/port.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import type { PrintQueueView } from '#device/messages/print-views.ts'
import { BaudField, BAUD_USUAL } from './baud-field.tsx'
import classes from './printing.module.css'
import { useOwnRecord } from './use-own-record.ts'

const ICONS = { usb: IconUsb, serial: IconPlugConnected, bluetooth: IconBluetooth } as const

interface Props {
  /** What the store knows of this device's printer; null: nothing. */
  readonly record: PrintQueueView['printers'][number] | null
}

/** The printer that hangs on this device: to connect it, and to see whether it is. [PRINT24] */
export function OwnPrinterPanel({ record }: Props): ReactNode {
  const { t } = useTranslation('printing')
  const { printer, state } = useOwnPrinter()
  const { save, failure } = useOwnRecord(record)
  const [baudRate, setBaudRate] = useState(BAUD_USUAL)
  /** A serial port has a speed, and only a person knows it. */
  const [asksBaud, setAsksBaud] = useState(false)
  const [outcome, setOutcome] = useState<'refused' | null>(null)
  const wordsOf = useFailureWords()
  const words = failure === null ? null : wordsOf(failure)
  const connect = async (kind: PortKind): Promise<void> => {
    const done = await printer.connect(kind, { baudRate })
    setOutcome(done === 'refused' ? 'refused' : null)
    if (done !== 'connected') return
    setAsksBaud(false)
    await save()
  }
  return (
    <section className={classes.panel} aria-label={t('own.title')}>
      <h2 className={classes.heading}>{t('own.title')}</h2>
      <p className={classes.soft}>{t('own.text')}</p>
      <Standing isKnown={record !== null} />
      {outcome === 'refused' && <Note tone="bad" title={t('own.refused')} text={t('own.refusedText')} />}
      {words !== null && <Note tone="bad" title={words.message} text={words.remedy} />}
      <div className={classes.actions}>
        {!state.isOpen &&
          state.kinds.map((kind) => {
            const Icon = ICONS[kind]
            return (
              <Button
                key={kind}
                icon={<Icon size={20} aria-hidden />}
                {...(kind === 'serial' ? { 'aria-expanded': asksBaud } : {})}
                onClick={() => (kind === 'serial' ? setAsksBaud(!asksBaud) : void connect(kind))}
              >
                {t(`own.connect.${kind}`)}
              </Button>
            )
          })}
        {state.chosen !== null && (
          <Button variant="quiet" onClick={() => void printer.disconnect()}>
            {t('own.disconnect')}
          </Button>
        )}
      </div>
      {asksBaud && !state.isOpen && (
        <div className={classes.baud}>
          <BaudField value={baudRate} onChange={setBaudRate} />
          <Button variant="primary" onClick={() => void connect('serial')}>
            {t('own.connectNow')}
          </Button>
        </div>
      )}
      {record !== null && <p className={classes.soft}>{t('own.edit')}</p>}
    </section>
  )
}

/** Whether it is there. */
function Standing({ isKnown }: { readonly isKnown: boolean }): ReactNode {
  const { t } = useTranslation('printing')
  const { kinds, chosen, name, isOpen } = useOwnPrinter().state
  if (kinds.length === 0)
    return <Note tone="info" title={t('own.unsupported')} text={t('own.unsupportedText')} />
  if (chosen === null)
    return isKnown ? <Note tone="busy" title={t('own.gone')} text={t('own.goneText')} /> : null
  const way = t(`own.way.${chosen}`)
  if (!isOpen) return <Note tone="info" title={t('own.waiting', { way })} />
  const title = name === '' ? t('own.connected', { way }) : t('own.connectedTo', { name, way })
  return <Note tone="good" title={title} />
}
