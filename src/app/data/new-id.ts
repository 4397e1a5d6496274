import { uuidv7 } from 'uuidv7'

/** A new id for an order, an item or a payment: made here, before asking, so that a retry is the same thing. */
export function newId(): string {
  return uuidv7()
}
