import { IconPlus } from '@tabler/icons-react'
import { useCallback, useDeferredValue, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { categoryColor } from '#app/ui/category-color.ts'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import { EmptyState, LoadingState } from '#app/ui/states.tsx'
import { blankItem, ItemEditor } from './item-editor.tsx'
import { ALL, itemSections, RETIRED } from './item-list.ts'
import { ItemRow } from './item-row.tsx'
import type { OfficeItem } from './menu-records.ts'
import classes from '#app/features/backoffice/office.module.css'
import { useMenuRecords, type MenuRecords } from './use-menu-records.ts'

/** The menu, category by category. */
export function ItemsSection(): ReactNode {
  const { t } = useTranslation('common')
  const menu = useMenuRecords()
  return menu === null ? <LoadingState text={t('loading')} /> : <Items menu={menu} />
}

interface Editing {
  readonly item: OfficeItem
  readonly isNew: boolean
}

function Items({ menu }: { readonly menu: MenuRecords }): ReactNode {
  const { t } = useTranslation('office')
  const [filter, setFilter] = useState(ALL)
  const [search, setSearch] = useState('')
  const [editing, setEditing] = useState<Editing | null>(null)
  const wanted = useDeferredValue(search)
  const sections = useMemo(() => itemSections(menu, filter, wanted), [menu, filter, wanted])
  const open = useCallback((item: OfficeItem) => setEditing({ item, isNew: false }), [])
  const addNew = (): void => {
    const categoryId = menu.categories.some(({ id }) => id === filter) ? filter : ''
    const like = menu.items.findLast((item) => item.active && item.categoryId === categoryId)
    setEditing({ item: blankItem(categoryId, like), isNew: true })
  }
  return (
    <>
      <div className={classes.tools}>
        <SearchField
          className={classes.search}
          label={t('items.search')}
          clearLabel={t('items.clear')}
          value={search}
          onChange={setSearch}
        />
        <Button variant="primary" icon={<IconPlus size={20} aria-hidden />} onClick={addNew}>
          {t('items.new')}
        </Button>
      </div>
      <FilterBar
        label={t('items.filter')}
        options={filterOptions(menu, t('items.all'), t('retired'))}
        chosen={filter}
        onChoose={(id) => {
          setFilter(id)
          setSearch('')
        }}
      />
      {sections.map(({ category, items }) => (
        <section key={category?.id ?? ''} className={classes.panel}>
          <h2 className={classes.heading}>
            {category !== null && (
              <span
                className={classes.dot}
                style={{ background: categoryColor(category.color) }}
                aria-hidden
              />
            )}
            {category?.name ?? t('items.noCategory')}
          </h2>
          <ul className={classes.list}>
            {items.map((item) => (
              <ItemRow key={item.id} item={item} onOpen={open} />
            ))}
          </ul>
        </section>
      ))}
      {sections.length === 0 && <Nothing isEmpty={menu.items.length === 0} />}
      {editing !== null && (
        <ItemEditor key={editing.item.id} {...editing} menu={menu} onClose={() => setEditing(null)} />
      )}
    </>
  )
}

function Nothing({ isEmpty }: { readonly isEmpty: boolean }): ReactNode {
  const { t } = useTranslation('office')
  return isEmpty ? (
    <EmptyState title={t('items.empty')} text={t('items.emptyText')} />
  ) : (
    <EmptyState title={t('items.nothing')} text={t('items.nothingText')} />
  )
}

function filterOptions(
  { items, categories }: MenuRecords,
  all: string,
  retired: string,
): Parameters<typeof FilterBar>[0]['options'] {
  const off = items.filter((item) => !item.active).length
  return [
    { id: ALL, label: all },
    ...categories
      .filter(({ active }) => active)
      .map(({ id, name, color }) => ({ id, label: name, color: categoryColor(color) })),
    ...(off === 0 ? [] : [{ id: RETIRED, label: retired, count: off }]),
  ]
}
