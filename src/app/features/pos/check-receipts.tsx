import { IconPrinter } from '@tabler/icons-react'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import type { OrderView } from '#device/messages.ts'
import { paidChecks } from '#domain/check/paid-check.ts'
import { receiptsBefore } from '#domain/order/receipts.ts'
import { useTellingCommand } from './failure-toast.ts'
import classes from './split.module.css'
import { useCheckName } from './use-check-name.ts'

/** The receipt of each check that is paid, as often as somebody asks; from the second on it is a copy. [CHECK14] */
export function CheckReceipts({ view }: { readonly view: OrderView }): ReactNode {
  const { t } = useTranslation('pos')
  const nameOf = useCheckName()
  const run = useTellingCommand()
  const [busy, setBusy] = useState(false)
  const [printed, setPrinted] = useState<string | null>(null)
  const { order, merged, items, payments } = view
  const checks = useMemo(
    () => paidChecks({ order, merged, items, payments }),
    [order, merged, items, payments],
  )
  if (checks.length === 0) return null
  const print = async (checkId: string, name: string): Promise<void> => {
    setBusy(true)
    const result = await run({ type: 'print_receipt', orderId: order.id, checkId })
    setBusy(false)
    if (result.ok) setPrinted(name)
  }
  return (
    <div className={classes.receipts}>
      <div className={classes.bar} role="group" aria-label={t('split.receipts')}>
        {checks.map((check) => {
          const name = nameOf(check)
          const count = receiptsBefore(order, check.id)
          return (
            <Button
              key={check.id}
              icon={<IconPrinter size={20} stroke={1.75} aria-hidden />}
              disabled={busy}
              onClick={() => void print(check.id, name)}
            >
              {t(count === 0 ? 'split.receipt' : 'split.copy', { check: name, count })}
            </Button>
          )
        })}
      </div>
      <span className={classes.told} role="status">
        {printed !== null && t('split.receiptDone', { check: printed })}
      </span>
    </div>
  )
}
