import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import type { Item } from '#domain/item/item.ts'
import type { AskedLines } from './asked-lines.ts'
import { NewLine, SentLine } from './order-line.tsx'
import classes from './slip.module.css'

interface Props {
  readonly fresh: readonly Item[]
  readonly sent: readonly Item[]
  /** Lines that the device has not answered for yet. */
  readonly asked: AskedLines
  readonly locked: boolean
  readonly onStep: (itemId: string, by: 1 | -1) => void
  readonly onRemove: (itemId: string) => void
  readonly onNote: (item: Item) => void
  readonly onVoid: ((item: Item) => void) | null
}

/** What is new, and below it what the kitchen has. */
export function SlipLines({
  fresh,
  sent,
  asked,
  locked,
  onStep,
  onRemove,
  onNote,
  onVoid,
}: Props): ReactNode {
  const { t } = useTranslation('pos')
  const { money } = useFormat()
  return (
    <>
      {fresh.length > 0 && (
        <>
          <h2 className={classes.group}>{t('order.newGroup')}</h2>
          <ul className={classes.list}>
            {fresh.map((item) => (
              <NewLine
                key={item.id}
                saving={asked.has(item.id)}
                {...{ item, money, locked, onStep, onRemove, onNote }}
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
              <SentLine key={item.id} {...{ item, money, onVoid }} />
            ))}
          </ul>
        </>
      )}
    </>
  )
}
