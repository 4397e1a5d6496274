import { Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useCallback, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '#app/data/new-id.ts'
import { useFormat } from '#app/data/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import { entryOf, NOTHING_TYPED, type EntryItem, type Typed } from './entries.ts'
import { EntryRow } from './entry-row.tsx'
import classes from './form.module.css'
import { SheetHead } from './sheet-head.tsx'
import { commandsOf, type SheetKind } from './sheet-commands.ts'
import { useSaving } from './use-saving.tsx'

interface Props {
  readonly kind: SheetKind
  /** In the order of its rows. */
  readonly items: readonly EntryItem[]
  readonly onClose: () => void
  /** Instead of closing, once all of it is saved. */
  readonly onSaved?: () => void
}

/** A delivery, a count or waste: what is typed is saved, what is left empty stays as it is. */
export function StockSheet({ kind, items, onClose, onSaved = onClose }: Props): ReactNode {
  const { t } = useTranslation('stock')
  const narrow = useMediaQuery('(width < 900px)', false, { getInitialValueInEffect: false })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`sheet.${kind}`)}
      size={860}
      fullScreen={narrow}
      closeOnClickOutside={false}
      classNames={{ body: classes.body ?? '', content: classes.content ?? '' }}
    >
      <SheetForm {...{ kind, items, onClose, onSaved }} />
    </Modal>
  )
}

function SheetForm({ kind, items, onClose, onSaved }: Required<Props>): ReactNode {
  const { t } = useTranslation('stock')
  const { currency } = useFormat()
  // In the order of when it was opened: a row must not walk away under the finger.
  const [placed] = useState(items)
  const [typed, setTyped] = useState<ReadonlyMap<string, Typed>>(new Map())
  const [words, setWords] = useState('')
  const [search, setSearch] = useState('')
  const [tried, setTried] = useState(false)
  const ids = useRef<string[]>([])
  const { busy, note, run } = useSaving()
  const onType = useCallback((id: string, change: Partial<Typed>): void => {
    setTyped((old) => new Map(old).set(id, { ...(old.get(id) ?? NOTHING_TYPED), ...change }))
  }, [])
  const entries = placed.flatMap((item) => {
    const given = typed.get(item.id)
    return given === undefined ? [] : [{ id: item.id, ...entryOf(given, item, currency.exponent) }]
  })
  const filled = entries.flatMap(({ id, qty, cost }) => (qty === null ? [] : [{ id, qty, cost }]))
  const isWrong = entries.some(({ wrong, wrongCost }) => wrong || (wrongCost && kind === 'receive'))
  const isLacking = kind === 'waste' && words.trim() === ''
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (isWrong || isLacking) return
    const commands = commandsOf(kind, filled, words.trim(), (index) => (ids.current[index] ??= newId()))
    if (await run(commands)) onSaved()
  }
  const found = placed.filter(({ name }) => name.toLowerCase().includes(search.trim().toLowerCase()))
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
      <div className={classes.fields}>
        <SheetHead kind={kind} words={words} lacking={tried && isLacking} onWords={setWords} />
        <SearchField label={t('search')} clearLabel={t('clearSearch')} value={search} onChange={setSearch} />
        <ul className={classes.rows} aria-label={t('list')}>
          {found.map((item) => (
            <EntryRow
              key={item.id}
              item={item}
              typed={typed.get(item.id) ?? NOTHING_TYPED}
              costed={kind === 'receive'}
              onType={onType}
            />
          ))}
        </ul>
        {found.length === 0 && <p className={classes.soft}>{t('noneFound')}</p>}
      </div>
      <div className={classes.foot}>
        {note}
        <div className={classes.actions}>
          <Sum kind={kind} count={filled.length} total={filled.reduce((all, { cost }) => all + cost, 0)} />
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" disabled={busy || filled.length === 0 || isWrong}>
            {t(SAVES[kind])}
          </Button>
        </div>
      </div>
    </form>
  )
}

const SAVES = { receive: 'sheet.saveReceive', count: 'sheet.saveCount', waste: 'sheet.saveWaste' } as const

interface SumProps {
  readonly kind: SheetKind
  readonly count: number
  readonly total: number
}

function Sum({ kind, count, total }: SumProps): ReactNode {
  const { t } = useTranslation('stock')
  const { money } = useFormat()
  return (
    <span className={classes.sum} role="status">
      {count === 0 ? t('sheet.entered_zero') : t('sheet.entered', { count })}
      {kind === 'receive' && count > 0 && (
        <span className={classes.soft}>{t('sheet.total', { total: money(total) })}</span>
      )}
    </span>
  )
}
