import { Modal } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '#app/data/new-id.ts'
import { useFormat } from '#app/data/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import type { OrderView } from '#device/messages.ts'
import { checkBalances, type CheckBalance } from '#domain/check/balances.ts'
import { REST } from '#domain/check/check.ts'
import { minor } from '#domain/money/money.ts'
import { liveItems } from '#domain/order/bill.ts'
import { useTellingCommand } from './failure-toast.ts'
import {
  addCheck,
  payByAmount,
  seatsOf,
  shareLine,
  splitBySeat,
  splitEqually,
  splitOf,
  tapLine,
  unsplit,
  written,
  type Split,
} from './split-draft.ts'
import { SplitAmount } from './split-amount.tsx'
import { keepsPaid } from './split-fits.ts'
import { SplitLine } from './split-line.tsx'
import classes from './split.module.css'
import { useCheckName } from './use-check-name.ts'

const WAYS = [2, 3, 4, 5, 6] as const
const CHECKS_AT_FIRST = 2

interface Props {
  readonly view: OrderView
  readonly onClose: () => void
}

/** Who pays what. Nothing is written down before "Split": whoever backs out has changed nothing. [CHECK1] [CHECK12] */
export function SplitDialog({ view, onClose }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const run = useTellingCommand()
  const [checks, setChecks] = useState(() => begun(splitOf(view.order.checks, view.items, view.payments)))
  const [wanted, setWanted] = useState<string | null>(null)
  const split = useMemo(() => splitOf(checks, view.items, view.payments), [checks, view])
  const open = checks.filter(({ id }) => !split.locked.has(id))
  const active = open.find(({ id }) => id === wanted)?.id ?? open[0]?.id ?? null
  const [typing, setTyping] = useState(false)
  const { order, merged, items, payments } = view
  const balances = useMemo(
    () => checkBalances({ order: { ...order, checks: split.checks }, merged, items, payments }),
    [order, merged, items, payments, split],
  )
  const change = (next: Split): void => {
    setChecks(next.checks)
    setTyping(false)
  }
  const fits = (wish: Split): boolean => keepsPaid(view, written(wish))
  const save = async (): Promise<void> => {
    const result = await run({ type: 'split_order', orderId: view.order.id, checks: written(split) })
    if (result.ok) onClose()
  }
  return (
    <Modal opened onClose={onClose} title={t('split.title')} size={760} yOffset="2dvh">
      <div className={classes.dialog}>
        <Ways split={split} fits={fits} onChange={change} onType={() => setTyping(true)} />
        <Tabs balances={balances} split={split} active={active} onChoose={setWanted} onChange={change} />
        {typing ? (
          <SplitAmount
            left={leftForSum(balances, active)}
            onAmount={(amount) => change(payByAmount(split, active, newId(), minor(amount)))}
            onBack={() => setTyping(false)}
          />
        ) : (
          <Lines view={view} split={split} active={active} onChange={change} />
        )}
        {!typing && <Foot split={split} fits={fits} onChange={change} onSave={() => void save()} />}
      </div>
    </Modal>
  )
}

/** What no check holds, and what the chosen one holds as a sum already. */
function leftForSum(balances: readonly CheckBalance[], active: string | null): number {
  const counts = balances.filter(({ id, lines }) => id === REST || (id === active && lines.length === 0))
  return counts.reduce((all, { total }) => all + total, 0)
}

interface LinesProps {
  readonly view: OrderView
  readonly split: Split
  readonly active: string | null
  readonly onChange: (split: Split) => void
}

/** Every line with the checks it is on; a tap puts it on the chosen one. */
function Lines({ view, split, active, onChange }: LinesProps): ReactNode {
  const { t } = useTranslation('pos')
  return (
    <ul className={classes.lines} aria-label={t('split.lines')}>
      {liveItems(view.items).map((item) => (
        <SplitLine
          key={item.id}
          item={item}
          split={split}
          active={active}
          onTap={() => active !== null && onChange(tapLine(split, item.id, active))}
          onShare={() => onChange(shareLine(split, item.id))}
        />
      ))}
    </ul>
  )
}

interface FootProps {
  readonly split: Split
  readonly fits: (split: Split) => boolean
  readonly onChange: (split: Split) => void
  readonly onSave: () => void
}

function Foot({ split, fits, onChange, onSave }: FootProps): ReactNode {
  const { t } = useTranslation('pos')
  const free = fits(unsplit(split))
  return (
    <>
      {!free && <Note tone="info" title={t('split.keeps')} text={t('split.keepsText')} />}
      <div className={classes.actions}>
        <Button disabled={!free} onClick={() => onChange(unsplit(split))}>
          {t('split.none')}
        </Button>
        <Button variant="primary" large disabled={!fits(split)} onClick={onSave}>
          {t('split.save')}
        </Button>
      </div>
    </>
  )
}

function begun(split: Split): Split['checks'] {
  let next = split
  while (next.checks.length < CHECKS_AT_FIRST) next = addCheck(next, newId())
  return next.checks
}

interface WaysProps {
  readonly split: Split
  readonly onChange: (split: Split) => void
}

/** Equal shares, and by seat where somebody has one. */
function Ways({
  split,
  fits,
  onChange,
  onType,
}: WaysProps & { readonly fits: (split: Split) => boolean; readonly onType: () => void }): ReactNode {
  const { t } = useTranslation('pos')
  const seats = seatsOf(split)
  const ids = (count: number): readonly string[] => Array.from({ length: count }, newId)
  return (
    <div className={classes.ways} role="group" aria-label={t('split.equally')}>
      {WAYS.map((count) => (
        <Button
          key={count}
          aria-label={t('split.equal', { count })}
          disabled={split.locked.size > 0 && !fits(splitEqually(split, ids(count)))}
          onClick={() => onChange(splitEqually(split, ids(count)))}
        >
          {`÷ ${count}`}
        </Button>
      ))}
      {seats.length > 1 && split.locked.size === 0 && (
        <Button
          onClick={() => onChange(splitBySeat(split, ids(seats.length), (seat) => t('split.seat', { seat })))}
        >
          {t('split.bySeat')}
        </Button>
      )}
      <Button onClick={onType}>{t('split.byAmount')}</Button>
    </div>
  )
}

interface TabsProps extends WaysProps {
  readonly balances: readonly CheckBalance[]
  readonly active: string | null
  readonly onChoose: (checkId: string) => void
}

/** The checks with what each costs so far, to the cent; the one chosen takes the lines that are tapped. */
function Tabs({ balances, split, active, onChoose, onChange }: TabsProps): ReactNode {
  const { t } = useTranslation('pos')
  const { money } = useFormat()
  const nameOf = useCheckName()
  const add = (): void => {
    const id = newId()
    onChange(addCheck(split, id))
    onChoose(id)
  }
  return (
    <div className={classes.bar} role="group" aria-label={t('split.checks')}>
      {balances.map(({ id, name, total }) => (
        <button
          key={id}
          type="button"
          className={classes.check}
          aria-pressed={id === active}
          disabled={id === REST || split.locked.has(id)}
          onClick={() => onChoose(id)}
        >
          <span className={classes.checkName}>{nameOf({ id, name })}</span>
          <span>{split.locked.has(id) ? t('split.paid', { amount: money(total) }) : money(total)}</span>
        </button>
      ))}
      <Button icon={<IconPlus size={20} aria-hidden />} onClick={add}>
        {t('split.add')}
      </Button>
    </div>
  )
}
