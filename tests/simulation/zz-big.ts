import { openDatabase } from '#database/open.ts'
import { openSqlite } from '#server/database/sqlite.ts'
import { createReplica } from '#sync/replica.ts'
import { runCommand } from '#sync/run-command.ts'
import { readMissing } from '#database/pages.ts'
import { smallCafe } from './cafe.ts'
const NOW = Date.UTC(2026, 10, 20, 12)
const opened = await openDatabase(openSqlite(':memory:')); if (!opened.ok) throw 1
const r = createReplica({ store: 's', dev: 'till-a', database: opened.value, clock: { wall: () => NOW, offset: () => 0 } })
await r.act({ txnId: 'f', actor: 'x', decide: async () => ({ ok: true as const, value: smallCafe(['till-a']) }) })
const run = (id: string, command: any) => runCommand(r, { id, actor: { id: 'a', role: 'manager' }, command, now: NOW })
await run('o', { type: 'open_order', orderId: 'o', service: 'dine_in', tableId: null, covers: 1 })
for (let i = 0; i < 401; i++) { const x = await run('i' + i, { type: 'add_item', orderId: 'o', itemId: 'i' + i, menuItemId: 'm1', qty: 1, note: '' }); if (!x.ok) { console.log(i, x); break } }
try { console.log('send', (await run('send', { type: 'send_order', orderId: 'o' })).ok) } catch (e) { console.log('send threw', String(e)) }
try { console.log('pay', (await run('pay', { type: 'take_payment', orderId: 'o', paymentId: 'p', method: 'cash', amount: 401 * 250, tendered: 401 * 250 })).ok) } catch (e) { console.log('pay threw', String(e)) }
for (const n of [200, 500, 990, 1010, 5000]) { try { const ours = new Map(Array.from({ length: n }, (_, i) => ['d' + i, { seq: 3, hash: '0' }])); const p = await readMissing(r.db, 's', ours, new Map()); console.log(n, p.events.length) } catch (e) { console.log(n, String(e)) } }
