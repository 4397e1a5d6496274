import type { QueryName } from '#device/messages.ts'
import type { Topic } from '#device/messages/traffic.ts'

/** Which questions a change may have given another answer. */
export const QUERIES_BY_TOPIC: { readonly [topic in Topic]: readonly QueryName[] } = {
  orders: [
    'floor',
    'order',
    'absentOrder',
    'history',
    'story',
    'day',
    'report',
    'drawer',
    'checkOut',
    'dayClose',
    'stock',
    'stockMoves',
    'stockVariance',
  ],
  shifts: ['report', 'drawer', 'checkOut', 'dayClose'],
  // Its changes come by themselves; this is for whoever may have missed one.
  stock: ['stock', 'stockMoves', 'stockVariance', 'wasteable', 'scarce', 'choice', 'records', 'changer'],
  kitchen: ['kitchen'],
  scarce: ['scarce'],
  menu: ['menu', 'scarce', 'choice', 'records', 'changer'],
  floor: ['floor', 'order', 'history', 'kitchen', 'records', 'changer'],
  people: ['people', 'session', 'staff', 'records', 'changer', 'kitchen'],
  store: ['store', 'devices', 'paying', 'menu', 'scarce', 'choice', 'floor', 'kitchen', 'records', 'changer'],
  printing: ['printing'],
  status: ['status'],
}
