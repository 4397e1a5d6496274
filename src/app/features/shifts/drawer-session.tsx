import {
  IconArrowDown,
  IconArrowUp,
  IconCalculator,
  IconCashRegister,
  IconLockDollar,
  IconUsers,
} from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import type { DrawerSessionView } from '#device/messages/shift-views.ts'
import type { CashMoveKind } from '#domain/shift/shift.ts'
import { CashMoveDialog } from './cash-move-dialog.tsx'
import { CountResult } from './count-result.tsx'
import { CountSheet } from './count-sheet.tsx'
import { DrawerCash } from './drawer-cash.tsx'
import { MoveList } from './move-list.tsx'
import classes from './shifts.module.css'

const ACTIONS = [
  { kind: 'paid_in', Icon: IconArrowDown },
  { kind: 'paid_out', Icon: IconArrowUp },
  { kind: 'drop', Icon: IconLockDollar },
  { kind: 'tip_out', Icon: IconUsers },
  { kind: 'no_sale', Icon: IconCashRegister },
] as const satisfies readonly { readonly kind: CashMoveKind; readonly Icon: unknown }[]

interface Props {
  readonly session: DrawerSessionView
  /** It belongs to another till, and this one's cash goes there, too. */
  readonly shared: boolean
  readonly maySee: boolean
}

/** One drawer from float to count. */
export function DrawerSession({ session, shared, maySee }: Props): ReactNode {
  const { t } = useTranslation('shifts')
  const [counting, setCounting] = useState(false)
  const [moving, setMoving] = useState<CashMoveKind | null>(null)
  const [peeking, setPeeking] = useState(false)
  const open = session.status === 'open'
  if (counting) {
    const done = (blind: boolean): void => {
      setPeeking(!blind)
      setCounting(false)
    }
    const back = (): void => setCounting(false)
    return <CountSheet shiftId={session.shiftId} maySee={maySee} onBack={back} onDone={done} />
  }
  return (
    <div className={classes.columns}>
      <div className={classes.column}>
        <DrawerCash session={session} />
        {shared && <Note tone="info" title={t('drawer.sharedText')} />}
        {session.review.some((reason) => reason !== 'closed_twice') && (
          <Note tone="busy" title={t('drawer.late')} />
        )}
        {session.review.includes('closed_twice') && <Note tone="busy" title={t('drawer.closedTwice')} />}
      </div>
      <div className={classes.column}>
        {(!open || session.count !== null) && (
          <CountResult
            session={session}
            shown={peeking || !open}
            onShow={() => setPeeking(true)}
            onAgain={() => setCounting(true)}
          />
        )}
        {open && (
          <div className={classes.actions} role="group" aria-label={t('drawer.actions')}>
            {ACTIONS.map(({ kind, Icon }) => (
              <Button
                key={kind}
                large
                icon={<Icon size={22} stroke={1.75} aria-hidden />}
                onClick={() => setMoving(kind)}
              >
                {t(`move.short.${kind}`)}
              </Button>
            ))}
          </div>
        )}
        {open && session.count === null && (
          <Button
            variant="primary"
            large
            wide
            icon={<IconCalculator size={22} stroke={1.75} aria-hidden />}
            onClick={() => setCounting(true)}
          >
            {t('drawer.count')}
          </Button>
        )}
        <MoveList moves={session.moves} />
      </div>
      <CashMoveDialog shiftId={session.shiftId} kind={moving} onClose={() => setMoving(null)} />
    </div>
  )
}
