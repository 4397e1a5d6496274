import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import type { MenuFacts } from '#domain/context.ts'
import type { MenuItem, Variant } from '#domain/menu/menu.ts'
import { levelPrice, priceKey } from '#domain/menu/price-level.ts'
import type { SaleTerms } from '#domain/menu/menu-line.ts'
import { activeVariants } from '#domain/menu/variant.ts'
import classes from './options.module.css'

interface Props {
  readonly item: MenuItem & { readonly id: string }
  readonly facts: MenuFacts
  readonly terms: SaleTerms
  readonly chosen: string
  readonly onChoose: (variantId: string) => void
}

/** The sizes of an item, each with what it costs here and now. */
export function Sizes({ item, facts, terms, chosen, onChoose }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const { money } = useFormat()
  const sizes = activeVariants(item)
  if (sizes.length === 0) return null
  const priceOf = ({ id, price }: Variant): number =>
    levelPrice(facts.priceLists, priceKey(item.id, id), { ...terms, areaId: facts.areaId })?.price ?? price
  return (
    <section className={classes.group}>
      <header className={classes.groupHead}>
        <h3 className={classes.groupName}>{t('options.size')}</h3>
      </header>
      <div className={classes.sizes} role="group" aria-label={t('options.size')}>
        {sizes.map((size) => (
          <button
            key={size.id}
            type="button"
            className={classes.size}
            aria-pressed={size.id === chosen}
            onClick={() => onChoose(size.id)}
          >
            <span>{size.name}</span>
            <span className={classes.cost}>{money(priceOf(size))}</span>
          </button>
        ))}
      </div>
    </section>
  )
}
