import { SEAT_MAX } from '#domain/limits.ts'
import { isFlag, isText, isWhole } from '#domain/menu/shape.ts'

/** The fields of a table, each by itself. [RECORD2] */
export const TABLE_FIELDS = { areaId: isText, seats: isWhole(0, SEAT_MAX), active: isFlag }
