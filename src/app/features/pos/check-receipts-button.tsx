import { Modal } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import type { OrderView } from '#device/messages.ts'
import { paidChecks } from '#domain/check/paid-check.ts'
import { CheckReceipts } from './check-receipts.tsx'

/** The receipts of the checks that are paid already, while others still are to pay: one button, as it is seldom asked. */
export function CheckReceiptsButton({ view }: { readonly view: OrderView }): ReactNode {
  const { t } = useTranslation('pos')
  const [open, setOpen] = useState(false)
  const { order, merged, items, payments } = view
  const some = useMemo(
    () => paidChecks({ order, merged, items, payments }).length > 0,
    [order, merged, items, payments],
  )
  if (!some) return null
  return (
    <>
      <Button icon={<IconPrinter size={20} stroke={1.75} aria-hidden />} onClick={() => setOpen(true)}>
        {t('split.receiptsOpen')}
      </Button>
      {open && (
        <Modal opened onClose={() => setOpen(false)} title={t('split.receipts')}>
          <CheckReceipts view={view} />
        </Modal>
      )}
    </>
  )
}
