import { IconReceipt } from '@tabler/icons-react'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { useTellingCommand } from './failure-toast.ts'

/** Long enough to be read. */
const TOLD_MS = 4_000

interface Props {
  readonly orderId: string
  /** The check that is paid now; null: the order is not split. */
  readonly checkId: string | null
}

/** The bill for the guest to look at before anybody pays: no receipt. [BILL6] */
export function BillButton({ orderId, checkId }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const run = useTellingCommand()
  const [state, setState] = useState<'idle' | 'busy' | 'done'>('idle')
  useEffect(() => {
    if (state !== 'done') return
    const timer = setTimeout(() => setState('idle'), TOLD_MS)
    return () => clearTimeout(timer)
  }, [state])
  const print = async (): Promise<void> => {
    setState('busy')
    const of = checkId === null ? {} : { checkId }
    const result = await run({ type: 'print_receipt', orderId, what: 'bill', ...of })
    setState(result.ok ? 'done' : 'idle')
  }
  return (
    <Button
      icon={<IconReceipt size={20} stroke={1.75} aria-hidden />}
      disabled={state === 'busy'}
      onClick={() => void print()}
    >
      {t(state === 'done' ? 'pay.billDone' : 'pay.bill')}
    </Button>
  )
}
