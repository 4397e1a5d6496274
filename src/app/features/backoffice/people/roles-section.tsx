import { IconPlus } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { LoadingState } from '#app/ui/states.tsx'
import type { OfficeRecord } from '#device/messages.ts'
import { isRole, ROLES, type Role } from '#domain/staff/permissions.ts'
import classes from '#app/features/backoffice/office.module.css'
import { OrderedRow } from '#app/features/backoffice/editor/ordered-row.tsx'
import { flag, text } from '#app/features/backoffice/records/read.ts'
import { RoleEditor } from './role-editor.tsx'
import { RoleView } from './role-view.tsx'
import { useRoles } from './use-roles.ts'

/** The three roles every store has, and those the owner made of them. */
export function RolesSection(): ReactNode {
  const { t } = useTranslation(['people', 'common', 'office'])
  const roles = useRoles()
  const [editing, setEditing] = useState<{ readonly record: OfficeRecord | null } | null>(null)
  const [reading, setReading] = useState<Role | null>(null)
  if (roles === null) return <LoadingState text={t('common:loading')} />
  const likeWords = ({ like }: OfficeRecord): string =>
    t('roles.like', { role: t(`common:role.${isRole(like) ? like : 'waiter'}`) })
  const made = roles.made.toSorted(
    (a, b) =>
      Number(flag(b, 'active')) - Number(flag(a, 'active')) || text(a, 'name').localeCompare(text(b, 'name')),
  )
  const fixed = { movable: false, onUp: null, onDown: null } as const
  return (
    <section className={classes.panel} aria-label={t('roles.title')}>
      <div className={classes.listHead}>
        <h2 className={classes.listTitle}>{t('roles.title')}</h2>
        <Button icon={<IconPlus size={20} aria-hidden />} onClick={() => setEditing({ record: null })}>
          {t('roles.new')}
        </Button>
      </div>
      <ul className={classes.list}>
        {ROLES.map((role) => (
          <OrderedRow
            key={role}
            {...fixed}
            name={t(`common:role.${role}`)}
            text={t('roles.builtIn')}
            isOff={false}
            onOpen={() => setReading(role)}
          />
        ))}
        {made.map((record) => (
          <OrderedRow
            key={record.id}
            {...fixed}
            name={text(record, 'name')}
            text={flag(record, 'active') ? likeWords(record) : t('office:retiredPlain')}
            isOff={!flag(record, 'active')}
            onOpen={() => setEditing({ record })}
          />
        ))}
      </ul>
      {editing !== null && (
        <RoleEditor
          key={editing.record?.id ?? ''}
          record={editing.record}
          now={roles.made.find(({ id }) => id === editing.record?.id) ?? null}
          onClose={() => setEditing(null)}
        />
      )}
      {reading !== null && <RoleView role={reading} onClose={() => setReading(null)} />}
    </section>
  )
}
