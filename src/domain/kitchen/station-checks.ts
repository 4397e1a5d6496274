import { isOneOf, isText } from '#domain/menu/shape.ts'
import { STATION_OUTPUTS } from './station.ts'

/** The fields of a station, each by itself. [RECORD2] */
export const STATION_FIELDS = {
  output: isOneOf(...STATION_OUTPUTS),
  printerId: isText,
  backupPrinterId: isText,
}
