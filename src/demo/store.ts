import { SETTINGS_ID } from '#domain/store/settings.ts'
import type { DemoRecord } from './record.ts'

export const STORE_NAME = 'Café Andorinha'

const RECEIPT_PRINTER_ID = 'printer-receipt'

/** Where the receipt printer listens. The demo puts a virtual one there. */
export interface PrinterAddress {
  readonly printerHost: string
  readonly printerPort: number
}

/** The printer and the settings that name it. The tax number is all zeros: nobody's. */
export function storeRecords({ printerHost, printerPort }: PrinterAddress): readonly DemoRecord[] {
  return [
    {
      type: 'printer',
      id: RECEIPT_PRINTER_ID,
      fields: { name: 'Counter receipts', host: printerHost, port: printerPort, columns: 48, active: true },
    },
    {
      type: 'settings',
      id: SETTINGS_ID,
      fields: {
        name: STORE_NAME,
        address: 'Largo da Andorinha 7, 1100-000 Lisboa',
        taxNumber: 'PT000000000',
        currency: { code: 'EUR', exponent: 2 },
        zone: 'Europe/Lisbon',
        cutoverHour: 4,
        taxScope: 'rate',
        taxRounding: 'half_up',
        receiptPrinterId: RECEIPT_PRINTER_ID,
        receiptFooter: 'Obrigado e até breve! Thank you, see you soon.',
      },
    },
  ]
}
