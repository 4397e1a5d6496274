import { memo, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { Sign } from '#app/ui/sign.tsx'
import classes from './count.module.css'
import { typedPieces } from './pieces.ts'

interface Props {
  readonly value: number
  readonly count: number
  readonly onCount: (value: number, count: number) => void
}

/** One coin or note: − n +, or the number typed. */
export const PieceRow = memo(function PieceRow({ value, count, onCount }: Props): ReactNode {
  const { t } = useTranslation('shifts')
  const { money } = useFormat()
  const face = money(value)
  return (
    <li className={classes.row} data-some={count > 0 || undefined}>
      <span className={classes.face}>{face}</span>
      <button
        type="button"
        className={classes.step}
        aria-label={t('count.less', { value: face })}
        disabled={count === 0}
        onClick={() => onCount(value, count - 1)}
      >
        <Sign name="minus" />
      </button>
      <input
        className={classes.number}
        inputMode="numeric"
        autoComplete="off"
        aria-label={t('count.pieces', { value: face })}
        placeholder="0"
        value={count === 0 ? '' : String(count)}
        onChange={(event) => onCount(value, typedPieces(event.currentTarget.value))}
        onFocus={(event) => event.currentTarget.select()}
        onKeyDown={toNext}
      />
      <button
        type="button"
        className={classes.step}
        aria-label={t('count.more', { value: face })}
        onClick={() => onCount(value, count + 1)}
      >
        <Sign name="plus" />
      </button>
      <span className={classes.worth}>{count === 0 ? '' : money(value * count)}</span>
    </li>
  )
})

/** Enter goes to the next coin, as on a calculator; after the last one nothing happens by mistake. */
function toNext(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Enter') return
  event.preventDefault()
  const fields = [...(event.currentTarget.form?.querySelectorAll('input[inputmode]') ?? [])]
  const next = fields[fields.indexOf(event.currentTarget) + 1]
  if (next instanceof HTMLInputElement) next.focus()
}
