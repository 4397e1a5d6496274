import { IconPlus } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '#app/data/new-id.ts'
import { Button } from '#app/ui/button.tsx'
import { categoryColor, COLOR_NAMES } from '#app/ui/category-color.ts'
import { Note } from '#app/ui/note.tsx'
import { EmptyState, LoadingState } from '#app/ui/states.tsx'
import { useFailureWords } from '#app/data/failure-words.ts'
import { CategoryEditor } from './category-editor.tsx'
import type { OfficeCategory } from './menu-records.ts'
import classes from '#app/features/backoffice/office.module.css'
import { OrderedRow } from '#app/features/backoffice/editor/ordered-row.tsx'
import { movedPlaces } from '#app/features/backoffice/records/places.ts'
import { nextPosition } from '#app/features/backoffice/records/read.ts'
import { useMenuRecords, type MenuRecords } from './use-menu-records.ts'
import { useSaving } from '#app/features/backoffice/records/use-saving.ts'

/** The rows of the till's menu, in the order waiters see them. */
export function CategoriesSection(): ReactNode {
  const { t } = useTranslation('common')
  const menu = useMenuRecords()
  return menu === null ? <LoadingState text={t('loading')} /> : <Categories menu={menu} />
}

function Categories({ menu }: { readonly menu: MenuRecords }): ReactNode {
  const { t } = useTranslation('office')
  const [editing, setEditing] = useState<{ category: OfficeCategory; isNew: boolean } | null>(null)
  const { busy, failure, save } = useSaving()
  const wordsOf = useFailureWords()
  const on = menu.categories.filter(({ active }) => active)
  const off = menu.categories.filter(({ active }) => !active)
  const itemsIn = (id: string): number =>
    menu.items.filter((item) => item.active && item.categoryId === id).length
  const move = async (id: string, by: 1 | -1): Promise<void> => {
    for (const { id: moved, position } of movedPlaces(on, id, by)) {
      if (!(await save('category', moved, { position }))) return
    }
  }
  const arrow = (index: number, by: 1 | -1): (() => void) | null => {
    const id = on[index]?.id
    if (busy || id === undefined || on[index + by] === undefined) return null
    return () => void move(id, by)
  }
  return (
    <>
      <div className={classes.tools}>
        <Button
          variant="primary"
          icon={<IconPlus size={20} aria-hidden />}
          onClick={() => setEditing({ category: blank(menu.categories), isNew: true })}
        >
          {t('categories.new')}
        </Button>
      </div>
      {failure !== null && (
        <Note tone="bad" title={wordsOf(failure).message} text={wordsOf(failure).remedy} />
      )}
      {menu.categories.length === 0 ? (
        <EmptyState title={t('categories.empty')} text={t('categories.emptyText')} />
      ) : (
        <ul className={`${classes.list ?? ''} ${classes.panel ?? ''}`}>
          {[...on, ...off].map((category, index) => (
            <OrderedRow
              key={category.id}
              name={category.name}
              text={category.active ? t('categories.count', { count: itemsIn(category.id) }) : t('retired')}
              sign={<Dot color={category.color} />}
              isOff={!category.active}
              onOpen={() => setEditing({ category, isNew: false })}
              onUp={arrow(index, -1)}
              onDown={arrow(index, 1)}
            />
          ))}
        </ul>
      )}
      {editing !== null && (
        <CategoryEditor
          key={editing.category.id}
          {...editing}
          now={menu.categories.find(({ id }) => id === editing.category.id) ?? null}
          itemCount={itemsIn(editing.category.id)}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  )
}

function Dot({ color }: { readonly color: string }): ReactNode {
  return <span className={classes.signDot} style={{ background: categoryColor(color) }} aria-hidden />
}

/** A new one gets a colour that no other has, while there is one. */
function blank(categories: readonly OfficeCategory[]): OfficeCategory {
  const used = new Set(categories.map(({ color }) => color))
  const color = COLOR_NAMES.find((name) => !used.has(name)) ?? 'grey'
  return { id: newId(), name: '', color, position: nextPosition(categories), course: 0, active: true }
}
