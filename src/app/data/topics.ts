import type { QueryName, Topic } from '#device/messages.ts'

/** Which questions a change may have given another answer. */
export const QUERIES_BY_TOPIC: { readonly [topic in Topic]: readonly QueryName[] } = {
  orders: ['floor', 'order', 'day', 'report', 'drawer', 'checkOut', 'dayClose'],
  shifts: ['report', 'drawer', 'checkOut', 'dayClose'],
  // Its changes come by themselves; this is for whoever may have missed one.
  kitchen: ['kitchen'],
  menu: ['menu', 'choice', 'records'],
  floor: ['floor', 'order', 'kitchen', 'records'],
  people: ['people', 'session', 'kitchen'],
  store: ['store', 'paying', 'menu', 'choice', 'floor', 'kitchen', 'records'],
  status: ['status'],
}
