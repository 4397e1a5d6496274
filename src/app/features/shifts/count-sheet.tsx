import { Switch } from '@mantine/core'
import { useCallback, useMemo, useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { denominationsOf } from '#domain/shift/denominations.ts'
import classes from './count.module.css'
import { PieceRow } from './piece-row.tsx'
import { piecesTotal, withPieces, type Pieces } from './pieces.ts'
import shared from './shifts.module.css'
import { useShiftCommand } from './use-shift-command.tsx'

interface Props {
  readonly shiftId: string
  /** Whether this person may see what should be in the drawer; others always count blind. */
  readonly maySee: boolean
  readonly onBack: () => void
  readonly onDone: (blind: boolean) => void
}

/** What is in the drawer, coin by coin, with the sum as it grows. [COUNT1] [COUNT3] */
export function CountSheet({ shiftId, maySee, onBack, onDone }: Props): ReactNode {
  const { t } = useTranslation('shifts')
  const { money, currency } = useFormat()
  const [pieces, setPieces] = useState<Pieces>(new Map())
  const [blind, setBlind] = useState(!maySee)
  const { busy, note, run } = useShiftCommand()
  const { notes, coins } = useMemo(() => denominationsOf(currency), [currency])
  const count = useCallback((value: number, of: number) => setPieces((old) => withPieces(old, value, of)), [])
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const counted = [...pieces].map(([value, of]) => ({ value, count: of }))
    const done = await run({ type: 'count_drawer', shiftId, pieces: counted, blind })
    if (done) onDone(blind)
  }
  const kinds = [
    { name: t('count.notes'), values: notes },
    { name: t('count.coins'), values: coins },
  ]
  return (
    <form className={classes.sheet} onSubmit={(event) => void submit(event)} aria-label={t('count.title')}>
      <div className={shared.bar}>
        <div>
          <h2 className={shared.heading}>{t('count.title')}</h2>
          <p className={shared.soft}>{t('count.text')}</p>
        </div>
        {maySee && (
          <Switch
            size="lg"
            label={t('count.blind')}
            checked={blind}
            onChange={(event) => setBlind(event.currentTarget.checked)}
          />
        )}
      </div>
      <div className={shared.columns}>
        {kinds.map(({ name, values }) => (
          <section key={name} className={shared.panel} aria-label={name}>
            <h3 className={classes.kind}>{name}</h3>
            <ul className={classes.rows}>
              {values.map((value) => (
                <PieceRow key={value} value={value} count={pieces.get(value) ?? 0} onCount={count} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {note}
      <div className={classes.foot}>
        <div className={classes.total} role="status" aria-label={t('count.total')}>
          <span className={classes.totalLabel}>{t('count.total')}</span>
          <span className={classes.totalAmount}>{money(piecesTotal(pieces))}</span>
        </div>
        <Button large onClick={onBack}>
          {t('count.back')}
        </Button>
        <Button type="submit" variant="primary" large disabled={busy}>
          {t('count.done')}
        </Button>
      </div>
    </form>
  )
}
