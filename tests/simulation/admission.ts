import { decideJoining } from '#auth/joining.ts'
import { decideRenewal } from '#auth/renewal.ts'
import type { Envelope } from '#domain/event/envelope.ts'
import type { Replica } from '#sync/replica.ts'

/** A device asks to be taken in: under another id where its log forked (`was`), or because it lost its data. */
export interface Admission {
  readonly dev: string
  readonly was: string | null
}

export interface Admitted {
  readonly letter: string
}

/** As the product's server does. Null: it cannot say yes now. */
export async function admit(
  replica: Replica,
  { dev, was }: Admission,
  now: number,
  txnId: string,
): Promise<{ readonly admitted: Admitted; readonly events: readonly Envelope[] } | null> {
  const { store, dev: server } = replica
  let letter = ''
  const written = await replica.act({
    txnId,
    actor: server,
    decide: async (tx) => {
      const decided =
        was === null
          ? await decideJoining(tx, store, { dev, name: dev, server, now })
          : await decideRenewal(tx, store, { was, dev, now })
      if (!decided.ok) return decided
      letter = decided.value.letter
      return { ok: true as const, value: decided.value.drafts }
    },
  })
  return written.ok ? { admitted: { letter }, events: written.value } : null
}
