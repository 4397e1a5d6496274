import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import type { OrderView } from '#device/messages.ts'
import { standingDoubt } from '#domain/item/doubt.ts'
import type { Item, ItemDoubt } from '#domain/item/item.ts'
import classes from './order-sheet.module.css'
import { SettlePriceDialog } from './settle-price-dialog.tsx'

/** The lines that cost less than the menu asks, and the way to say that one is right, open or paid. [REVIEW13] */
export function PriceDoubts({ view }: { readonly view: OrderView }): ReactNode {
  const { t } = useTranslation('pos')
  const { money } = useFormat()
  const [asked, setAsked] = useState<Item | null>(null)
  const words = (item: Item, { asked: price, menu, person, device }: ItemDoubt): string => {
    const facts = { dish: item.combo?.name ?? item.name, asked: money(price), person, device }
    return menu === null ? t('doubts.noMenu', facts) : t('doubts.doubt', { ...facts, menu: money(menu) })
  }
  return (
    <>
      {view.items.map((item) => {
        const doubt = standingDoubt(item)
        if (doubt === null) return null
        return (
          <div key={item.id} className={classes.panel}>
            <Note
              tone="busy"
              title={t('order.review.low_price')}
              text={`${words(item, doubt)} ${t(view.order.status === 'open' ? 'doubts.doOpen' : 'doubts.doPaid')}`}
            />
            <div>
              <Button onClick={() => setAsked(item)}>{t('doubts.settle')}</Button>
            </div>
          </div>
        )
      })}
      <SettlePriceDialog item={asked} onClose={() => setAsked(null)} />
    </>
  )
}
