import { memo, useContext, useDeferredValue, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { categoryColor } from '#app/ui/category-color.ts'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import { EmptyState, LoadingState } from '#app/ui/states.tsx'
import type { Allergen } from '#domain/menu/allergens.ts'
import { clashOf } from '#domain/menu/line-allergens.ts'
import type { MenuItemView } from '#device/messages.ts'
import { AllergenFilter } from './allergen-filter.tsx'
import { allergenWords } from './options/allergy-words.ts'
import { CountsContext } from './counts-context.ts'
import { priceWords } from './price-words.ts'
import { MenuItemButton } from './menu-item-button.tsx'
import classes from './menu.module.css'
import { useAvailability } from './use-availability.tsx'
import { menuSections } from './menu-sections.ts'
import type { MenuOfTheHour } from './use-menu-of-the-hour.ts'

const ALL = 'all'
const NONE: readonly Allergen[] = []
const NOTHING_AVOIDED: ReadonlyMap<string, string> = new Map()

interface Props {
  /** Undefined while it is being read. */
  readonly menu: MenuOfTheHour | undefined
  readonly onAdd: (dish: MenuItemView) => void
  readonly hidden: boolean
  /** What stands left of the search: the way back. */
  readonly back: ReactNode
  /** What stands right of it: for whom the next taps are. */
  readonly place: ReactNode
}

export const MenuPanel = memo(function MenuPanel({ menu, onAdd, hidden, back, place }: Props): ReactNode {
  const { t } = useTranslation(['pos', 'common'])
  const [category, setCategory] = useState(ALL)
  const [search, setSearch] = useState('')
  const [without, setWithout] = useState(NONE)
  const wanted = useDeferredValue(search)
  const categories = menu?.categories ?? []
  const { left, missing, holding, dialog, tap } = useAvailability(menu, onAdd)
  return (
    <section className={classes.panel} hidden={hidden} aria-label={t('menu.categories')}>
      <div className={classes.top}>
        {back}
        <SearchField
          className={classes.search}
          label={t('menu.search')}
          short={t('menu.searchShort')}
          clearLabel={t('menu.clear')}
          value={search}
          onChange={setSearch}
        />
        <AllergenFilter without={without} onChange={setWithout} />
        {place}
      </div>
      <div className={classes.categories}>
        <FilterBar
          label={t('menu.categories')}
          options={[
            { id: ALL, label: t('menu.all') },
            ...categories.map(({ id, name, color }) => ({ id, label: name, color: categoryColor(color) })),
          ]}
          chosen={category}
          onChoose={(id) => {
            setCategory(id)
            setSearch('')
          }}
        />
      </div>
      <div className={classes.scroll} {...holding}>
        {menu === undefined ? (
          <LoadingState text={t('common:loading')} />
        ) : (
          <Sections
            menu={menu}
            category={category === ALL ? null : category}
            search={wanted}
            left={left}
            missing={missing}
            without={without}
            onAdd={tap}
          />
        )}
      </div>
      {dialog}
    </section>
  )
})

interface SectionsProps extends Pick<Props, 'onAdd'> {
  readonly menu: MenuOfTheHour
  readonly category: string | null
  readonly search: string
  readonly left: ReadonlyMap<string, number>
  readonly missing: ReadonlyMap<string, string>
  readonly without: readonly Allergen[]
}

function Sections({ menu, category, search, left, missing, without, onAdd }: SectionsProps): ReactNode {
  const counts = useContext(CountsContext)
  const { t } = useTranslation('pos')
  const { money } = useFormat()
  const sections = useMemo(() => menuSections(menu, category, search), [menu, category, search])
  const prices = useMemo(
    () => new Map(menu.items.map((item) => [item.id, priceWords(item, t, money)])),
    [menu, money, t],
  )
  const usual = useMemo(
    () =>
      new Map(
        menu.items.flatMap(({ id, usualPrice }) =>
          usualPrice === undefined ? [] : [[id, money(usualPrice)] as const],
        ),
      ),
    [menu, money],
  )
  const avoided = useMemo(
    () => avoidedDishes(menu.items, without, (ids) => allergenWords(ids, t)),
    [menu, without, t],
  )
  if (menu.items.length === 0) return <EmptyState title={t('menu.empty')} text={t('menu.emptyText')} />
  if (sections.length === 0) return <EmptyState title={t('menu.nothing')} text={t('menu.nothingText')} />
  return sections.map((section) => (
    <section key={section.category.id} className={classes.category}>
      <h2 className={classes.categoryName}>
        <span
          className={classes.dot}
          style={{ background: categoryColor(section.category.color) }}
          aria-hidden
        />
        {section.category.name}
      </h2>
      <div className={classes.grid}>
        {section.items.map((item) => (
          <MenuItemButton
            key={item.id}
            item={item}
            price={prices.get(item.id) ?? ''}
            usual={usual.get(item.id) ?? null}
            count={counts.get(item.id) ?? 0}
            left={left.get(item.id) ?? null}
            avoid={avoided.get(item.id) ?? null}
            out={!item.available || missing.has(item.id)}
            onAdd={onAdd}
          />
        ))}
      </div>
    </section>
  ))
}

/** What of each dish the guest must not eat: in words, or empty where nobody stated it. Others are left out. */
function avoidedDishes(
  dishes: readonly MenuItemView[],
  without: readonly Allergen[],
  words: (allergens: readonly Allergen[]) => string,
): ReadonlyMap<string, string> {
  if (without.length === 0) return NOTHING_AVOIDED
  return new Map(
    dishes.flatMap(({ id, allergens }) => {
      const { contains, unknown } = clashOf(allergens, without)
      if (contains.length > 0) return [[id, words(contains)] as const]
      return unknown ? [[id, ''] as const] : []
    }),
  )
}
