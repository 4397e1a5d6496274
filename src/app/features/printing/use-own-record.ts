import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '#app/data/new-id.ts'
import { useCommand } from '#app/data/use-command.ts'
import { useStatus } from '#app/data/use-status.ts'
import type { Failure } from '#device/messages.ts'
import { ownPrinterHost } from '#domain/kitchen/own-printer.ts'

/** Of no meaning where there is no network, and asked for by every printer. */
const PORT = 9100

interface OwnRecord {
  /** Tells the store of this device's printer, unless it knows. */
  save(): Promise<void>
  /** Why the last try was refused. */
  readonly failure: Failure | null
}

/** This device's printer as one of the store's: stations and settings may name it. */
export function useOwnRecord(record: { readonly id: string } | null): OwnRecord {
  const { t } = useTranslation('printing')
  const run = useCommand()
  const { deviceId, deviceName } = useStatus()
  const [failure, setFailure] = useState<Failure | null>(null)
  return {
    failure,
    async save() {
      if (record !== null || deviceId === null) return
      const name = t('own.name', { device: deviceName ?? '' })
      const fields = {
        name,
        host: ownPrinterHost(deviceId),
        port: PORT,
        columns: 48,
        model: '',
        drawer: 'none',
      }
      const done = await run({
        type: 'save_record',
        recordType: 'printer',
        recordId: newId(),
        fields: { ...fields, active: true },
      })
      setFailure(done.ok ? null : done.error)
    },
  }
}
