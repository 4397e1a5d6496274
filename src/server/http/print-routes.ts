import { z } from 'zod'
import { err } from '#domain/result.ts'
import { NOTE_LENGTH_MAX } from '#domain/limits.ts'
import { readQueueView } from '#spool/queue-view.ts'
import { settleJob, type Queue, type SettleRefusal } from '#spool/settle.ts'
import { printTest } from '#spool/test-print.ts'
import type { Replica } from '#sync/replica.ts'
import { refuse } from './errors.ts'
import { errorSchema, type Api, type Services } from './services.ts'

const jobSchema = z.object({
  id: z.string(),
  kind: z.string(),
  orderId: z.string(),
  title: z.string(),
  printerId: z.string(),
  printer: z.string(),
  state: z.string(),
  reason: z.string().nullable(),
  copy: z.int(),
  attempts: z.int(),
  askedAt: z.number(),
  askedBy: z.string(),
})

const WORDS: { readonly [code in SettleRefusal]: string } = {
  print_job_gone: 'This is not waiting any more.',
  print_job_sending: 'This is being printed now.',
  receipt_in_doubt: 'A copy of a receipt is asked for on its order.',
  printer_unknown: 'There is no such printer in use.',
  not_allowed: 'Nobody of this name works here.',
}

const ID_MAX = 300
const access = { kind: 'device' } as const

/** The print queue, for the devices of the store: what is not on paper, and what a person does about it. [PRINTJOB7] */
export function printRoutes(api: Api, services: Services): void {
  const { stores, kickPrinting } = services
  api.get(
    '/api/print-jobs',
    {
      config: { access },
      schema: {
        summary: 'What is not on paper, or may not be, oldest first',
        response: {
          200: z.object({
            jobs: z.array(jobSchema),
            printers: z.array(z.object({ id: z.string(), name: z.string() })),
          }),
        },
      },
    },
    async ({ caller }) => {
      const replica = (await stores.of(caller?.store ?? ''))?.replica
      if (replica === undefined) return { jobs: [], printers: [] }
      const { jobs, printers } = await readQueueView(queueOf(replica))
      return { jobs: [...jobs], printers: [...printers] }
    },
  )
  api.post(
    '/api/print-jobs/settle',
    {
      config: { access },
      schema: {
        summary: 'Prints one of them, here or on another printer, or gives it up',
        body: z.object({
          jobId: z.string().min(1).max(ID_MAX),
          what: z.enum(['print', 'give_up']),
          printerId: z.string().max(ID_MAX).nullable().default(null),
          why: z.string().max(NOTE_LENGTH_MAX).default(''),
          by: z.string().min(1).max(ID_MAX),
        }),
        response: { 200: z.object({ ok: z.literal(true) }), 409: errorSchema },
      },
    },
    async ({ body, caller }, reply) => {
      const replica = (await stores.of(caller?.store ?? ''))?.replica
      const done =
        replica === undefined
          ? ({ ok: false, error: 'print_job_gone' } as const)
          : await settleJob(queueOf(replica), body, Date.now())
      if (!done.ok) return refuse(reply, 409, { code: done.error, message: WORDS[done.error] })
      kickPrinting()
      return { ok: true as const }
    },
  )
  testRoute(api, services)
}

/** A slip that shows how a printer prints. [PRINT23] */
function testRoute(api: Api, { stores, kickPrinting }: Services): void {
  api.post(
    '/api/print-jobs/test',
    {
      config: { access },
      schema: {
        summary: 'Prints a slip that shows whether a printer prints, how wide, and which letters',
        body: z.object({
          id: z.uuid(),
          printerId: z.string().min(1).max(ID_MAX),
          by: z.string().min(1).max(ID_MAX),
        }),
        response: { 200: z.object({ ok: z.literal(true) }), 409: errorSchema },
      },
    },
    async ({ body, caller }, reply) => {
      const replica = (await stores.of(caller?.store ?? ''))?.replica
      const done =
        replica === undefined
          ? err('printer_unknown' as const)
          : await printTest(queueOf(replica), body, Date.now())
      if (!done.ok) return refuse(reply, 409, { code: done.error, message: WORDS[done.error] })
      kickPrinting()
      return { ok: true as const }
    },
  )
}

/** The queue of the house's printers. */
function queueOf({ db, store }: Replica): Queue {
  return { db, store, owner: null }
}
