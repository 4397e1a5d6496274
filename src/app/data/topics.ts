import type { QueryName, Topic } from '#device/messages.ts'

/** Which questions a change may have given another answer. */
export const QUERIES_BY_TOPIC: { readonly [topic in Topic]: readonly QueryName[] } = {
  orders: ['floor', 'order', 'history', 'story', 'day', 'drawer', 'checkOut', 'dayClose'],
  shifts: ['drawer', 'checkOut', 'dayClose'],
  // Its changes come by themselves; this is for whoever may have missed one.
  stock: ['records'],
  kitchen: ['kitchen'],
  menu: ['menu', 'choice', 'records'],
  floor: ['floor', 'order', 'history', 'kitchen', 'records'],
  people: ['people', 'session', 'staff', 'records', 'kitchen'],
  store: ['store', 'paying', 'menu', 'choice', 'floor', 'kitchen', 'records'],
  printing: ['printing'],
  status: ['status'],
}
