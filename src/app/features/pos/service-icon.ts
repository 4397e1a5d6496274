import { IconBeer, IconMoped, IconPaperBag, IconUsers } from '@tabler/icons-react'
import type { Service } from '#domain/order/order.ts'

/** The sign of how the guest eats; a word always stands beside it. */
export const SERVICE_ICONS = {
  dine_in: IconUsers,
  takeaway: IconPaperBag,
  delivery: IconMoped,
  tab: IconBeer,
} as const satisfies { readonly [service in Service]: unknown }
