import { describe, expect, test } from 'vitest'
import { ok } from '#domain/result.ts'
import { createPrintDesk, NOTHING_KNOWN } from './desk.ts'
import type { ReadQueue } from './queue-api.ts'

type Read = ReadQueue | null

/** A desk on a server that answers as told, and what it told in turn. */
function desk() {
  const server: { answer: Read; reachable: boolean } = { answer: { jobs: [], printers: [] }, reachable: true }
  const asked: string[] = []
  const told: boolean[] = []
  const here: { queue: ReadQueue } = { queue: { jobs: [], printers: [] } }
  const made = createPrintDesk({
    api: {
      read: async () => {
        asked.push('read')
        return server.answer
      },
      settle: async ({ jobId }, by) => {
        asked.push(`${by} ${jobId}`)
        return ok(null)
      },
      test: async ({ printerId }) => {
        asked.push(`test ${printerId}`)
        return ok(null)
      },
    },
    own: {
      view: async () => here.queue,
      settle: async ({ jobId }) => (here.queue.jobs.some(({ id }) => id === jobId) ? ok(null) : null),
      test: async ({ printerId }) =>
        here.queue.printers.some(({ id }) => id === printerId) ? ok(null) : null,
    },
    isReachable: () => server.reachable,
    onChanged: () => told.push(made.view().isKnown),
  })
  return { made, server, here, asked, told }
}

const WAITING: ReadQueue['jobs'][number] = {
  id: 'j',
  kind: 'receipt',
  orderId: 'o',
  title: 'A1',
  printerId: 'own',
  printer: 'Till',
  state: 'queued',
  reason: null,
  copy: 0,
  attempts: 0,
  askedAt: 0,
  askedBy: 'ana',
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

describe('what a device knows of the print queue', () => {
  test('[PRINTJOB7] is told when it changed, and kept when the server does not answer', async () => {
    const { made, server, told } = desk()
    expect(made.view()).toEqual(NOTHING_KNOWN)
    made.look()
    await settled()
    made.look()
    await settled()
    expect(told).toEqual([true])
    const printers = [{ id: 'p', name: 'Bar' }]
    server.answer = { jobs: [], printers }
    made.look()
    await settled()
    server.answer = null
    made.look()
    await settled()
    expect(told).toEqual([true, true, false])
    expect(made.view()).toEqual({
      isKnown: false,
      jobs: [],
      printers: [{ id: 'p', name: 'Bar', here: false }],
    })
    made.stop()
  })

  test('[PRINTJOB7] is not asked for without a line, and at most once more while an answer is on its way', async () => {
    const { made, server, asked } = desk()
    server.reachable = false
    made.look()
    await settled()
    expect(asked).toEqual([])
    server.reachable = true
    made.look()
    made.look()
    made.look()
    await settled()
    expect(asked).toEqual(['read', 'read'])
    made.stop()
  })

  test('[ROUTE3] shows what waits for the printer of this device, and asks no server about it', async () => {
    const { made, server, here, asked } = desk()
    server.reachable = false
    here.queue = { jobs: [WAITING], printers: [{ id: 'own', name: 'Till' }] }
    made.look()
    await settled()
    expect(made.view()).toEqual({
      isKnown: false,
      jobs: [{ ...WAITING, here: true }],
      printers: [{ id: 'own', name: 'Till', here: true }],
    })
    expect(await made.settle({ jobId: 'j', what: 'print', printerId: null, why: '' }, 'ana')).toEqual(
      ok(null),
    )
    expect(await made.test({ id: 't', printerId: 'own', by: 'ana' })).toEqual(ok(null))
    expect(asked).toEqual([])
    await made.test({ id: 't', printerId: 'house', by: 'ana' })
    expect(asked).toEqual(['test house'])
    made.stop()
  })

  test('[PRINTJOB7] is asked for again after somebody did something about it', async () => {
    const { made, asked } = desk()
    await made.settle({ jobId: 'j', what: 'print', printerId: null, why: '' }, 'ana')
    await settled()
    expect(asked).toEqual(['ana j', 'read'])
    made.stop()
  })
})
