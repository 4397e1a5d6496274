import type { TFunction } from 'i18next'
import { useLayoutEffect, useRef, type ReactNode } from 'react'
import type { Format } from '#app/data/use-format.ts'
import type { Item } from '#domain/item/item.ts'
import { lineAmount } from '#domain/order/bill.ts'
import { latestOf, type AskedLines } from './asked-lines.ts'
import { lineExtras, lineName } from './line-words.ts'
import { NewLine, SentLine } from './order-line.tsx'
import classes from './slip.module.css'

interface Props {
  readonly fresh: readonly Item[]
  readonly sent: readonly Item[]
  /** Lines that the device has not answered for yet. */
  readonly asked: AskedLines
  readonly t: TFunction<'pos'>
  readonly format: Format
  /** Menu items with something to choose. */
  readonly offering: ReadonlySet<string>
  readonly locked: boolean
  readonly onStep: (itemId: string, by: 1 | -1) => void
  readonly onRemove: (itemId: string) => void
  /** The line's options and note. */
  readonly onOpen: (itemId: string) => void
  readonly onVoid: ((item: Item) => void) | null
}

/** What is new, and below it what the kitchen has. */
export function SlipLines({
  fresh,
  sent,
  asked,
  t,
  format,
  offering,
  locked,
  onStep,
  onRemove,
  onOpen,
  onVoid,
}: Props): ReactNode {
  const list = useRef<HTMLUListElement>(null)
  const latest = fresh.findIndex((item) => item.id === latestOf(asked))
  // In the tap's own frame: a line below the fold would be on the order, but nobody would see it.
  useLayoutEffect(() => {
    list.current?.children[latest]?.scrollIntoView({ block: 'nearest' })
  }, [latest, asked])
  return (
    <>
      {fresh.length > 0 && (
        <>
          <h2 className={classes.group}>{t('order.newGroup')}</h2>
          <ul className={classes.list} ref={list}>
            {fresh.map((item) => (
              <NewLine
                key={item.id}
                id={item.id}
                name={lineName(item)}
                extras={lineExtras(item, t, format)}
                offers={offering.has(item.menuItemId)}
                note={item.note}
                qty={item.qty}
                amount={lineAmount(item)}
                late={asked.get(item.id)?.late ?? false}
                money={format.money}
                {...{ t, locked, onStep, onRemove, onOpen }}
              />
            ))}
          </ul>
        </>
      )}
      {sent.length > 0 && (
        <>
          <h2 className={classes.group}>{t('order.sentGroup')}</h2>
          <ul className={classes.list}>
            {sent.map((item) => (
              <SentLine key={item.id} {...{ item, t, format, onVoid }} />
            ))}
          </ul>
        </>
      )}
    </>
  )
}
