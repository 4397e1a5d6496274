import { IconX } from '@tabler/icons-react'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { Button, IconButton } from '#app/ui/button.tsx'
import { ChoiceField } from '#app/features/backoffice/editor/choice-field.tsx'
import classes from '#app/features/backoffice/editor/editor.module.css'
import { PriceField, useWrongWords } from '#app/features/backoffice/editor/field.tsx'
import type { FormPart } from '#app/features/backoffice/editor/record-editor.tsx'
import type { MenuRecords } from '#app/features/backoffice/menu/use-menu-records.ts'
import type { Wrong } from '#app/features/backoffice/records/typed.ts'
import { decimalText } from '#i18n/money.ts'
import { pricedThings, type PricedThing } from './priced-things.ts'
import { percentOff, type PriceDraft, type PriceListDraft } from './price-list-draft.ts'

interface Props extends FormPart<PriceListDraft> {
  readonly menu: MenuRecords
}

/** What a list prices, each with its price; whole categories come in at once. */
export function PriceRows({ draft: { prices }, errors, onChange, menu }: Props): ReactNode {
  const { t } = useTranslation('prices')
  const { exponent } = useFormat().currency
  const words = useWrongWords()
  const things = useMemo(() => pricedThings(menu), [menu])
  const byKey = useMemo(() => new Map(things.map((thing) => [thing.key, thing])), [things])
  const wrong = errors['prices']
  const add = (chosen: readonly PricedThing[]): void =>
    onChange({
      prices: [...prices, ...chosen.map(({ key, price }) => ({ key, price: decimalText(price, exponent) }))],
    })
  const set = (key: string, price: string): void =>
    onChange({ prices: prices.map((one) => (one.key === key ? { key, price } : one)) })
  return (
    <fieldset className={classes.set}>
      <legend className={classes.legend}>{t('lists.prices')}</legend>
      <p className={classes.hint}>{t('lists.pricesHint')}</p>
      <ul className={classes.parts}>
        {prices.map(({ key, price }) => (
          <PriceRow
            key={key}
            name={byKey.get(key)?.name ?? goneName(menu, key)}
            menuPrice={byKey.get(key)?.price ?? null}
            price={price}
            wrong={errors[`price:${key}`]}
            onChange={(typed) => set(key, typed)}
            onRemove={() => onChange({ prices: prices.filter((one) => one.key !== key) })}
          />
        ))}
      </ul>
      <AddItems things={things} prices={prices} menu={menu} onAdd={add} />
      {wrong !== undefined && (
        <p className={classes.error} role="alert">
          {words(wrong)}
        </p>
      )}
      {prices.length > 0 && (
        <PercentOff
          onTake={(percent) => {
            const menuPrices = new Map(things.map((thing) => [thing.key, thing.price]))
            const taken = percentOff(prices, percent, menuPrices, exponent)
            if (taken !== null) onChange({ prices: taken })
            return taken !== null
          }}
        />
      )}
    </fieldset>
  )
}

/** What is off the menu keeps its row by the name it had. */
function goneName(menu: MenuRecords, key: string): string {
  const [itemId] = key.split(':')
  return menu.items.find(({ id }) => id === itemId)?.name ?? key
}

interface RowProps {
  readonly name: string
  readonly menuPrice: number | null
  readonly price: string
  readonly wrong: Wrong | undefined
  readonly onChange: (price: string) => void
  readonly onRemove: () => void
}

function PriceRow({ name, menuPrice, price, wrong, onChange, onRemove }: RowProps): ReactNode {
  const { t } = useTranslation(['prices', 'office'])
  const { money } = useFormat()
  return (
    <li className={classes.part}>
      <span className={classes.recipeName}>
        {name}
        {menuPrice !== null && (
          <span className={classes.beside}>{t('lists.menuPrice', { price: money(menuPrice) })}</span>
        )}
      </span>
      <PriceField bare label={t('lists.priceOf', { name })} value={price} onChange={onChange} wrong={wrong} />
      <IconButton label={t('office:remove', { name })} onClick={onRemove}>
        <IconX size={20} aria-hidden />
      </IconButton>
    </li>
  )
}

interface AddProps {
  readonly things: readonly PricedThing[]
  readonly prices: readonly PriceDraft[]
  readonly menu: MenuRecords
  readonly onAdd: (chosen: readonly PricedThing[]) => void
}

/** Whole categories first, then what is not in the list yet, in the system's own list. */
function AddItems({ things, prices, menu, onAdd }: AddProps): ReactNode {
  const { t } = useTranslation('prices')
  const left = useMemo(() => {
    const named = new Set(prices.map(({ key }) => key))
    return things.filter(({ key }) => !named.has(key))
  }, [things, prices])
  if (left.length === 0) return null
  const categories = menu.categories.filter(({ id }) => left.some(({ categoryId }) => categoryId === id))
  const options = [
    { id: '', label: t('lists.add') },
    ...categories.map(({ id, name }) => ({ id: `all ${id}`, label: t('lists.allOf', { category: name }) })),
    ...left.map(({ key, name }) => ({ id: `one ${key}`, label: name })),
  ]
  return (
    <ChoiceField
      bare
      label={t('lists.add')}
      value=""
      options={options}
      onChange={(chosen) =>
        onAdd(left.filter(({ key, categoryId }) => chosen === `one ${key}` || chosen === `all ${categoryId}`))
      }
    />
  )
}

/** Sets every price by the menu's; what is typed is not kept, the prices are. */
function PercentOff({ onTake }: { readonly onTake: (percent: string) => boolean }): ReactNode {
  const { t } = useTranslation('prices')
  const [percent, setPercent] = useState('')
  const [wrong, setWrong] = useState(false)
  return (
    <div className={classes.percentOff}>
      <PriceField
        label={t('lists.off')}
        value={percent}
        unit="%"
        onChange={setPercent}
        wrong={wrong ? 'percentSome' : undefined}
      />
      <Button onClick={() => setWrong(!onTake(percent))}>{t('lists.takeOff')}</Button>
    </div>
  )
}
