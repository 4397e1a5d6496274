/** Names of what events know by id. Empty: not known on this device. */
export interface StoryNames {
  person(userId: string | null): string
  table(tableId: string): string
  orderNumber(orderId: string): string
  charge(chargeId: string): string
  discount(discountId: string): string
  /** A line's name with its size, and how many of it there were before voids. */
  line(itemId: string): { readonly name: string; readonly ordered: number }
}
