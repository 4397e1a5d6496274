import { describe, expect, test } from 'vitest'
import { ok } from '#domain/result.ts'
import type { PrintQueueView } from '#device/messages/print-views.ts'
import { createPrintDesk, NOTHING_KNOWN } from './desk.ts'

type Read = Pick<PrintQueueView, 'jobs' | 'printers'> | null

/** A desk on a server that answers as told, and what it told in turn. */
function desk() {
  const server: { answer: Read; reachable: boolean } = { answer: { jobs: [], printers: [] }, reachable: true }
  const asked: string[] = []
  const told: boolean[] = []
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
    },
    isReachable: () => server.reachable,
    onChanged: () => told.push(made.view().isKnown),
  })
  return { made, server, asked, told }
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
    expect(made.view()).toEqual({ isKnown: false, jobs: [], printers })
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

  test('[PRINTJOB7] is asked for again after somebody did something about it', async () => {
    const { made, asked } = desk()
    await made.settle({ jobId: 'j', what: 'print', printerId: null, why: '' }, 'ana')
    await settled()
    expect(asked).toEqual(['ana j', 'read'])
    made.stop()
  })
})
