import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import type { Format } from '#app/data/use-format.ts'
import type { Item } from '#domain/item/item.ts'
import type { AskedLines } from './asked-lines.ts'
import { NewLines, type NewLineActions } from './new-lines.tsx'
import { SentLine } from './order-line.tsx'
import classes from './slip.module.css'

interface Props extends NewLineActions {
  readonly fresh: readonly Item[]
  readonly sent: readonly Item[]
  /** Lines that the device has not answered for yet. */
  readonly asked: AskedLines
  readonly t: TFunction<'pos'>
  readonly format: Format
  /** Menu items with something to choose. */
  readonly offering: ReadonlySet<string>
  readonly locked: boolean
  readonly onVoid: ((item: Item) => void) | null
}

/** What is new, and below it what the kitchen has. */
export function SlipLines({ sent, onVoid, ...fresh }: Props): ReactNode {
  const { t, format } = fresh
  return (
    <>
      <NewLines {...fresh} />
      {sent.length > 0 && (
        <>
          <h2 className={classes.group}>{t('order.sentGroup')}</h2>
          <ul className={classes.list}>
            {sent.map((item) => (
              <SentLine
                key={item.id}
                {...{ item, t, format, onVoid }}
                onOpen={fresh.locked ? null : fresh.onOpen}
              />
            ))}
          </ul>
        </>
      )}
    </>
  )
}
