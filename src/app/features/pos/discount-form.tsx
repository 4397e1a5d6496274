import { SegmentedControl } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '#app/data/use-ask.ts'
import { useFormat } from '#app/data/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { Keypad } from '#app/ui/keypad.tsx'
import { Note } from '#app/ui/note.tsx'
import { ReasonField } from '#app/ui/reason-field.tsx'
import { NOTE_LENGTH_MAX } from '#domain/limits.ts'
import classes from './discount.module.css'
import type { DiscountTarget } from './discount-target.ts'
import { useTellingCommand } from './failure-toast.ts'
import { Readout } from './readout.tsx'
import { useDiscountDraft, type DiscountDraft, type DiscountKind } from './use-discount-draft.ts'

const PERCENTS = [5, 10, 15, 20, 50]
const REASONS = ['discount.reasonRegular', 'discount.reasonStaff', 'discount.reasonApology'] as const

interface Props {
  readonly target: DiscountTarget
  readonly onDone: () => void
}

/** How much, and why. What a role may not give alone is asked of a manager when it is given. [DISC1] [DISC2] [DISC3] */
export function DiscountForm({ target, onDone }: Props): ReactNode {
  const draft = useDiscountDraft(target)
  const [reason, setReason] = useState('')
  const onLine = target.itemId !== null
  return (
    <div className={classes.form}>
      <div className={classes.why}>
        <KindChoice kind={draft.kind} onLine={onLine} onChange={draft.setKind} />
        {draft.kind !== 'comp' && <Quick draft={draft} onLine={onLine} />}
        <Why reason={reason} onChange={setReason} />
      </div>
      <Size draft={draft} reason={reason} onDone={onDone} />
    </div>
  )
}

interface SizeProps {
  readonly draft: DiscountDraft
  readonly reason: string
  readonly onDone: () => void
}

/** How much it is, and the way to give it. On a phone the keys come only when they are asked for. */
function Size({ draft, reason, onDone }: SizeProps): ReactNode {
  const { t } = useTranslation('pos')
  const { money, locale } = useFormat()
  const run = useTellingCommand()
  const narrow = useMediaQuery('(width < 700px)', undefined, { getInitialValueInEffect: false })
  const [typing, setTyping] = useState(false)
  const [busy, setBusy] = useState(false)
  const { kind, typed, percent, preset, add, remove } = draft
  const size =
    kind === 'percent' ? `${percent.toLocaleString(locale, { maximumFractionDigits: 4 })} %` : money(typed)
  const command = draft.command(reason)
  const give = async (): Promise<void> => {
    if (command === null || busy) return
    setBusy(true)
    const result = await run(command)
    setBusy(false)
    if (result.ok) onDone()
  }
  const keys = !narrow || typing || kind === 'amount'
  const isSome = kind === 'percent' ? percent > 0 : typed > 0
  const giveLabel = isSome ? t('discount.give', { size }) : t('discount.giveNothing')
  return (
    <div className={classes.size}>
      {kind === 'comp' ? (
        <Note tone="info" title={t('discount.compText')} />
      ) : (
        <>
          <Readout label={preset?.name ?? t('discount.typed')} amount={size} />
          {keys ? (
            <Keypad
              onDigits={add}
              onDelete={remove}
              deleteLabel={t('pay.delete')}
              extra="00"
              onEnter={() => void give()}
            />
          ) : (
            <Button onClick={() => setTyping(true)}>{t('discount.type')}</Button>
          )}
        </>
      )}
      <Button variant="primary" large wide disabled={command === null || busy} onClick={() => void give()}>
        {kind === 'comp' ? t('discount.giveComp') : giveLabel}
      </Button>
    </div>
  )
}

interface KindProps {
  readonly kind: DiscountKind
  readonly onLine: boolean
  readonly onChange: (kind: DiscountKind) => void
}

/** Only a line can be on the house. */
function KindChoice({ kind, onLine, onChange }: KindProps): ReactNode {
  const { t } = useTranslation('pos')
  const kinds: readonly DiscountKind[] = onLine ? ['percent', 'amount', 'comp'] : ['percent', 'amount']
  return (
    <SegmentedControl
      size="md"
      fullWidth
      className={classes.kinds}
      aria-label={t('discount.kind')}
      value={kind}
      onChange={(value) => onChange(kinds.find((one) => one === value) ?? 'percent')}
      data={kinds.map((one) => ({ value: one, label: t(`discount.${one}`) }))}
    />
  )
}

interface QuickProps {
  readonly draft: DiscountDraft
  readonly onLine: boolean
}

/** The store's own discounts, then the usual percentages: one tap each. */
function Quick({ draft: { kind, set, choose }, onLine }: QuickProps): ReactNode {
  const { t } = useTranslation('pos')
  const { data: paying } = useAsk('paying', null)
  const presets = paying?.discounts.filter(({ on }) => on === 'both' || (on === 'line') === onLine) ?? []
  if (kind !== 'percent' && presets.length === 0) return null
  return (
    <div className={classes.quick} role="group" aria-label={t('discount.quick')}>
      {presets.map((preset) => (
        <Button key={preset.id} onClick={() => choose(preset)}>
          {preset.name}
        </Button>
      ))}
      {kind === 'percent' &&
        PERCENTS.map((one) => (
          <Button key={one} onClick={() => set(one)}>
            {`${one} %`}
          </Button>
        ))}
    </div>
  )
}

interface WhyProps {
  readonly reason: string
  readonly onChange: (reason: string) => void
}

function Why({ reason, onChange }: WhyProps): ReactNode {
  const { t } = useTranslation('pos')
  return (
    <ReasonField
      label={t('discount.reason')}
      value={reason}
      reasons={REASONS.map((key) => t(key))}
      lengthMax={NOTE_LENGTH_MAX}
      onChange={onChange}
    />
  )
}
