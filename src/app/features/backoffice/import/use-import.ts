import { useCallback, useState } from 'react'
import { newId } from '#app/data/new-id.ts'
import { COLOR_NAMES } from '#app/ui/category-color.ts'
import type { Failure } from '#device/messages.ts'
import type { ImportPlan } from './import-plan.ts'
import { nextPosition } from '#app/features/backoffice/records/read.ts'
import type { MenuRecords } from '#app/features/backoffice/menu/use-menu-records.ts'
import { useSaving } from '#app/features/backoffice/records/use-saving.ts'

interface Importing {
  /** How many of how many are saved; null: nothing is being brought in. */
  readonly progress: { readonly done: number; readonly of: number } | null
  readonly failure: Failure | null
  /** Saves what is new or different. True when all of it is kept; what was kept before a refusal stays. */
  run(plan: ImportPlan, menu: MenuRecords): Promise<boolean>
}

/** Brings a planned file onto the menu, row by row. Done again after a failure, it goes on where it stopped. */
export function useImport(): Importing {
  const { failure, save } = useSaving()
  const [progress, setProgress] = useState<Importing['progress']>(null)
  const run = useCallback(
    async (plan: ImportPlan, menu: MenuRecords): Promise<boolean> => {
      const rows = plan.rows.filter(({ does }) => does === 'adds' || does === 'changes')
      const made = new Map<string, string>()
      const work = async (): Promise<boolean> => {
        for (const [index, name] of plan.newCategories.entries()) {
          const id = newId()
          const position = nextPosition(menu.categories) + index
          const color = COLOR_NAMES[position % COLOR_NAMES.length] ?? 'grey'
          if (!(await save('category', id, { name, position, color, active: true }))) return false
          made.set(name.toLowerCase(), id)
        }
        for (const [done, { itemId, fields, newCategory }] of rows.entries()) {
          setProgress({ done, of: rows.length })
          const categoryId = newCategory === null ? undefined : made.get(newCategory.toLowerCase())
          const all = categoryId === undefined ? fields : { ...fields, categoryId }
          if (!(await save('menu_item', itemId, all))) return false
        }
        return true
      }
      setProgress({ done: 0, of: rows.length })
      const kept = await work()
      setProgress(null)
      return kept
    },
    [save],
  )
  return { progress, failure, run }
}
