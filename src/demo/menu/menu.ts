import type { DemoRecord } from '#demo/record.ts'
import { breakfast } from './breakfast.ts'
import { cakes } from './cakes.ts'
import { coffee } from './coffee.ts'
import { cold } from './cold.ts'
import { groups } from './groups.ts'
import { plates } from './plates.ts'
import { salads } from './salads.ts'
import { sandwiches } from './sandwiches.ts'
import { sectionRecords } from './section.ts'
import { wine } from './wine.ts'

/** What is asked, then the whole menu, category by category, in the order a till shows it. */
export const menu: readonly DemoRecord[] = [
  ...groups,
  ...[coffee, cold, breakfast, cakes, sandwiches, salads, plates, wine].flatMap(sectionRecords),
]
