import { login } from '#auth/login.ts'
import { err, ok } from '#domain/result.ts'
import type { Database } from '#database/open.ts'
import { browserPins } from './browser-pins.ts'
import type { ActionName, Actions, Ask } from './messages.ts'
import { runAsked } from './run-asked.ts'
import type { ServerDesk } from './server-desk.ts'
import { closeSession, openSession, readSession } from './sessions.ts'
import type { DeviceStore } from './store.ts'
import { readSessionView } from './views/people-view.ts'

type Action = Exclude<Extract<Ask, { kind: 'action' }>, { name: 'pair' | 'found' }>

/** What a person has this device do, once it belongs to a store. */
export async function act(
  database: Database,
  store: DeviceStore,
  desk: ServerDesk,
  ask: Action,
): Promise<Actions[Exclude<ActionName, 'pair' | 'found'>]['result']> {
  const { db, store: storeId } = store.replica
  switch (ask.name) {
    case 'login': {
      const result = await login(database, storeId, browserPins, { ...ask.params, now: Date.now() })
      if (!result.ok) return result
      const person = await readSessionView(store.replica, result.value)
      return ok({ token: await openSession(db, storeId, result.value), person })
    }
    case 'logout':
      await closeSession(db, storeId, ask.params.token)
      return null
    case 'settlePrint': {
      const person = await readSession(db, storeId, ask.params.token)
      return person === null ? err({ code: 'session_ended' }) : store.printing.settle(ask.params, person.id)
    }
    case 'testPrint': {
      const { token, printerId } = ask.params
      const person = await readSession(db, storeId, token)
      if (person === null) return err({ code: 'session_ended' })
      return store.printing.test({ id: crypto.randomUUID(), printerId, by: person.id })
    }
    case 'command': {
      const person = await readSession(db, storeId, ask.params.token)
      if (person === null) return err({ code: 'session_ended' })
      return runAsked({ database, replica: store.replica, hasher: browserPins, run: store.run }, person, {
        ...ask.params,
        now: Date.now(),
      })
    }
    case 'server': {
      const { token: session, pin, ask: asked } = ask.params
      const person = await readSession(db, storeId, session)
      return person === null
        ? err({ code: 'session_ended' })
        : desk.ask({ store: storeId, person, session }, pin, asked)
    }
  }
}
