import { IconPlus } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '#app/data/new-id.ts'
import { Button } from '#app/ui/button.tsx'
import { Chip } from '#app/ui/chip.tsx'
import { EmptyState, LoadingState } from '#app/ui/states.tsx'
import { GroupEditor } from './group-editor.tsx'
import type { OfficeGroup } from '#app/features/backoffice/menu/menu-records.ts'
import classes from '#app/features/backoffice/office.module.css'
import { useMenuRecords, type MenuRecords } from '#app/features/backoffice/menu/use-menu-records.ts'

/** What tills ask when an item is tapped: milk, doneness, extras. */
export function GroupsSection(): ReactNode {
  const { t } = useTranslation('common')
  const menu = useMenuRecords()
  return menu === null ? <LoadingState text={t('loading')} /> : <Groups menu={menu} />
}

function Groups({ menu }: { readonly menu: MenuRecords }): ReactNode {
  const { t } = useTranslation('office')
  const [editing, setEditing] = useState<{ group: OfficeGroup; isNew: boolean } | null>(null)
  const usedBy = (id: string): number =>
    menu.items.filter((item) => item.active && item.groups.some(({ groupId }) => groupId === id)).length
  return (
    <>
      <div className={classes.tools}>
        <Button
          variant="primary"
          icon={<IconPlus size={20} aria-hidden />}
          onClick={() => setEditing({ group: blank(), isNew: true })}
        >
          {t('groups.new')}
        </Button>
      </div>
      {menu.groups.length === 0 ? (
        <EmptyState title={t('groups.empty')} text={t('groups.emptyText')} />
      ) : (
        <ul className={`${classes.list ?? ''} ${classes.panel ?? ''}`}>
          {menu.groups.map((group) => (
            <li key={group.id}>
              <button
                type="button"
                className={`${classes.row ?? ''} ${classes.plainRow ?? ''}`}
                data-off={!group.active || undefined}
                onClick={() => setEditing({ group, isNew: false })}
              >
                <span className={classes.rowName}>
                  {group.name}
                  <span className={classes.rowText}>{optionNames(group)}</span>
                </span>
                <Chip>{group.active ? t('groups.usedBy', { count: usedBy(group.id) }) : t('retired')}</Chip>
              </button>
            </li>
          ))}
        </ul>
      )}
      {editing !== null && (
        <GroupEditor
          key={editing.group.id}
          {...editing}
          now={menu.groups.find(({ id }) => id === editing.group.id) ?? null}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  )
}

function optionNames({ options }: OfficeGroup): string {
  return options
    .filter(({ active }) => active)
    .map(({ name }) => name)
    .join(', ')
}

function blank(): OfficeGroup {
  return { id: newId(), name: '', pricing: 'option', price: 0, options: [], active: true, recipes: {} }
}
