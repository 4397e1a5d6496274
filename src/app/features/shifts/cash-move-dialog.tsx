import { Modal, TextInput } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '#app/data/new-id.ts'
import { useAsk } from '#app/data/use-ask.ts'
import { useFormat } from '#app/data/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { ReasonField } from '#app/ui/reason-field.tsx'
import { AMOUNT_DIGITS_MAX, usePad } from '#app/ui/use-pad.ts'
import { NAME_LENGTH_MAX, NOTE_LENGTH_MAX } from '#domain/limits.ts'
import type { CashMoveKind } from '#domain/shift/shift.ts'
import { AmountPad } from './amount-pad.tsx'
import classes from './dialog.module.css'
import { useShiftCommand } from './use-shift-command.tsx'

interface Props {
  readonly shiftId: string
  readonly kind: CashMoveKind | null
  readonly onClose: () => void
}

/** Cash in or out without a sale: how much, why, and whose hands it goes to. */
export function CashMoveDialog({ shiftId, kind, onClose }: Props): ReactNode {
  const { t } = useTranslation('shifts')
  const phone = useMediaQuery('(width < 480px)')
  return (
    <Modal
      opened={kind !== null}
      onClose={onClose}
      title={kind && t(`move.${kind}`)}
      fullScreen={phone}
      size={760}
    >
      {kind !== null && <MoveForm key={kind} shiftId={shiftId} kind={kind} onClose={onClose} />}
    </Modal>
  )
}

interface FormProps extends Props {
  readonly kind: CashMoveKind
}

function MoveForm({ shiftId, kind, onClose }: FormProps): ReactNode {
  const { t } = useTranslation('shifts')
  const { money } = useFormat()
  const pad = usePad(AMOUNT_DIGITS_MAX)
  const [moveId] = useState(newId)
  const [reason, setReason] = useState('')
  const [party, setParty] = useState('')
  const { busy, note, run } = useShiftCommand()
  const amount = Number(pad.digits)
  const noSale = kind === 'no_sale'
  const named = party.trim() !== '' || kind === 'paid_in' || kind === 'drop' || noSale
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const move = { shiftId, moveId, kind, amount: noSale ? 0 : amount, party }
    const done = await run({ type: 'move_cash', ...move, reason: reason.trim() })
    if (done) onClose()
  }
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      {noSale ? (
        <p className={classes.text}>{t('move.noSaleText')}</p>
      ) : (
        <AmountPad label={t('move.amount')} pad={pad} busy={busy} />
      )}
      <div className={classes.fields}>
        {kind !== 'drop' && !noSale && <Party kind={kind} value={party} onChange={setParty} />}
        <ReasonField
          label={t('move.reason')}
          value={reason}
          reasons={t(`move.reasons.${kind}`, { returnObjects: true })}
          lengthMax={NOTE_LENGTH_MAX}
          onChange={setReason}
        />
        {note}
        <Button
          type="submit"
          variant="primary"
          large
          wide
          className={classes.submit}
          disabled={busy || (amount === 0 && !noSale) || reason.trim() === '' || !named}
        >
          {noSale
            ? t('move.confirmOpen')
            : t('move.confirm', { kind: t(`move.short.${kind}`), amount: money(amount) })}
        </Button>
      </div>
    </form>
  )
}

interface PartyProps {
  readonly kind: CashMoveKind
  readonly value: string
  readonly onChange: (party: string) => void
}

/** Tips go to somebody who works here: one tap. */
function Party({ kind, value, onChange }: PartyProps): ReactNode {
  const { t } = useTranslation('shifts')
  const { data: people = [] } = useAsk('people', null)
  return (
    <>
      <TextInput
        label={t(kind === 'paid_in' ? 'move.partyFrom' : 'move.party')}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        maxLength={NAME_LENGTH_MAX}
      />
      {kind === 'tip_out' && (
        <div className={classes.chips}>
          {people.map(({ id, name }) => (
            <Button key={id} onClick={() => onChange(name)}>
              {name}
            </Button>
          ))}
        </div>
      )}
    </>
  )
}
