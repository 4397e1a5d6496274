import type { Announcement } from './core.ts'
import type { Ask } from './messages.ts'

/** What the tabs of one browser say to each other. */
export type BusMessage =
  | { readonly kind: 'owner' }
  | { readonly kind: 'ask'; readonly tab: string; readonly id: number; readonly ask: Ask }
  | { readonly kind: 'answer'; readonly tab: string; readonly id: number; readonly result: unknown }
  | { readonly kind: 'crash'; readonly tab: string; readonly id: number; readonly message: string }
  | { readonly kind: 'announce'; readonly message: Announcement }
  | { readonly kind: 'keep'; readonly persisted: boolean | null }

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
