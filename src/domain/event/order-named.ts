import type { Envelope } from './envelope.ts'

/** The order that an event names whose own entity is another: one, or none. */
export function orderNamedBy({ entType, payload }: Pick<Envelope, 'entType' | 'payload'>): readonly string[] {
  if ((entType !== 'item' && entType !== 'payment') || !payload.includes('"orderId"')) return []
  try {
    const { orderId } = JSON.parse(payload) as { readonly orderId?: unknown }
    return typeof orderId === 'string' ? [orderId] : []
  } catch {
    // Kept aside already, with its reason.
    return []
  }
}
