import type { Envelope } from '#domain/event/envelope.ts'
import type { Topic } from './messages/traffic.ts'

const TOPIC_OF: ReadonlyMap<string, Topic> = new Map([
  ['order', 'orders'],
  ['item', 'orders'],
  ['payment', 'orders'],
  ['shift', 'shifts'],
  ['check_out', 'shifts'],
  ['day', 'shifts'],
  ['stock', 'stock'],
  ['ingredient', 'stock'],
  ['menu_item', 'menu'],
  ['category', 'menu'],
  ['modifier_group', 'menu'],
  ['price_list', 'menu'],
  ['tax', 'menu'],
  ['modifier_group', 'menu'],
  ['price_list', 'menu'],
  ['discount', 'store'],
  ['payment_method', 'store'],
  ['role', 'people'],
  ['area', 'floor'],
  ['table', 'floor'],
  ['user', 'people'],
  ['settings', 'store'],
  ['station', 'store'],
  ['printer', 'store'],
  ['discount', 'store'],
  ['payment_method', 'store'],
  ['device', 'store'],
])

/** Everything: what a screen asks again when it may have missed something. */
export const ALL_TOPICS: readonly Topic[] = [
  'orders',
  'scarce',
  'shifts',
  'kitchen',
  'menu',
  'stock',
  'floor',
  'people',
  'store',
  'printing',
  'status',
]

/** Lines that go to the kitchen or come back from it, and nothing else of an order, change what is left of a dish. */
const SCARCE: ReadonlySet<string> = new Set(['item_sent', 'item_voided'])

/** What screens must ask again after these events. */
export function topicsOf(events: readonly Pick<Envelope, 'entType' | 'type'>[]): readonly Topic[] {
  const topics = new Set(events.flatMap((event) => TOPIC_OF.get(event.entType) ?? []))
  if (events.some(({ type }) => SCARCE.has(type))) topics.add('scarce')
  return [...topics]
}
