import { useMemo } from 'react'
import type { OrderView } from '#device/messages.ts'
import { checkBalances, type CheckBalance } from '#domain/check/balances.ts'
import { REST } from '#domain/check/check.ts'

/** The checks of an open order with what is left to pay of each; none while it is not split. [CHECK8] */
export function useChecks({ order, merged, items, payments }: OrderView): readonly CheckBalance[] {
  return useMemo(() => {
    if (order.checks.length === 0) return []
    const all = checkBalances({ order, merged, items, payments })
    // Nothing of the order is left for the rest: nobody needs to see it.
    return all.filter(({ id, total, paid }) => id !== REST || total !== 0 || paid !== 0)
  }, [order, merged, items, payments])
}

/** The check that is paid now: the one chosen while something of it is left, else the first that is not paid. */
export function checkToPay(checks: readonly CheckBalance[], chosen: string | null): CheckBalance | null {
  const open = checks.filter(({ balance }) => balance > 0)
  return open.find(({ id }) => id === chosen) ?? open[0] ?? null
}
