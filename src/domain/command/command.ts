import type { RecordFields, RecordType } from '#domain/record/record.ts'
import type { ItemCommand } from './item-commands.ts'
import type { OrderCommand } from './order-commands.ts'
import type { PaymentCommand } from './payment-commands.ts'
import type { ShiftCommand } from './shift-commands.ts'
import type { StockCommand } from './stock-commands.ts'

/** Everything a person can ask for. Ids are made by the device before asking, so a retry is the same command. */
export type Command =
  | OrderCommand
  | ItemCommand
  | PaymentCommand
  | ShiftCommand
  | StockCommand
  | {
      readonly type: 'save_record'
      readonly recordType: RecordType
      readonly recordId: string
      readonly fields: RecordFields
    }

/** The command of one type. */
export type Of<T extends Command['type']> = Extract<Command, { type: T }>
