import { floor } from './floor.ts'
import { menu } from './menu/menu.ts'
import { people, type DemoPerson } from './people.ts'
import type { DemoRecord } from './record.ts'
import { stations } from './stations.ts'
import { STORE_NAME, storeRecords, type PrinterAddress } from './store.ts'
import { ingredients, openingStock } from './stock/ingredients.ts'
import { taxes } from './taxes.ts'

export interface DemoCafe {
  readonly store: { readonly name: string }
  readonly people: readonly DemoPerson[]
  /** In an order where whatever a record names comes before it. People are not among them: see `people`. */
  readonly records: readonly DemoRecord[]
  /** What its store-room holds on the first day. */
  readonly openingStock: typeof openingStock
}

/** An all-day café in Lisbon: the same ids every time, so seeding twice changes nothing. */
export function demoCafe(options: PrinterAddress): DemoCafe {
  return {
    store: { name: STORE_NAME },
    people,
    openingStock,
    records: [...storeRecords(options), ...taxes, ...stations, ...floor, ...ingredients, ...menu],
  }
}
