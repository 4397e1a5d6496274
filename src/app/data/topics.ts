import type { QueryName, Topic } from '#device/messages.ts'

/** Which questions a change may have given another answer. */
export const QUERIES_BY_TOPIC: { readonly [topic in Topic]: readonly QueryName[] } = {
  orders: ['floor', 'order', 'kitchen', 'day'],
  menu: ['menu'],
  floor: ['floor', 'order', 'kitchen'],
  people: ['people', 'session'],
  store: ['store', 'menu', 'floor'],
  status: ['status'],
}
