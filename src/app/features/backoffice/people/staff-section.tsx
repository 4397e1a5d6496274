import { IconPlus } from '@tabler/icons-react'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '#app/data/session-context.ts'
import { useAsk } from '#app/data/use-ask.ts'
import { useRoleName } from '#app/data/use-role-name.ts'
import { useStatus } from '#app/data/use-status.ts'
import { Avatar } from '#app/ui/avatar.tsx'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { LoadingState } from '#app/ui/states.tsx'
import type { StaffView } from '#device/messages/office-views.ts'
import classes from '#app/features/backoffice/office.module.css'
import { PersonEditor } from './person-editor.tsx'
import own from './people.module.css'
import { useRoles } from './use-roles.ts'

/** Who works here, with role and PIN. To look is possible offline; changes are the server's. [STAFF1] */
export function StaffSection(): ReactNode {
  const { t } = useTranslation(['people', 'common'])
  const staff = useStaff()
  const roles = useRoles()
  const { link } = useStatus()
  const [editing, setEditing] = useState<{ readonly person: StaffView | null } | null>(null)
  if (staff === null || roles === null) return <LoadingState text={t('common:loading')} />
  return (
    <>
      {link === 'offline' && <Note tone="busy" title={t('onServer')} text={t('onServerText')} />}
      <section className={classes.panel} aria-label={t('title')}>
        <div className={classes.listHead}>
          <h2 className={classes.listTitle}>{t('title')}</h2>
          <Button icon={<IconPlus size={20} aria-hidden />} onClick={() => setEditing({ person: null })}>
            {t('new')}
          </Button>
        </div>
        {staff.length === 0 && <p className={classes.none}>{t('empty')}</p>}
        <ul className={classes.list}>
          {staff.map((person) => (
            <PersonRow key={person.id} person={person} onOpen={() => setEditing({ person })} />
          ))}
        </ul>
      </section>
      {editing !== null && (
        <PersonEditor
          key={editing.person?.id ?? ''}
          person={editing.person}
          now={staff.find(({ id }) => id === editing.person?.id) ?? null}
          roles={roles}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  )
}

interface RowProps {
  readonly person: StaffView
  readonly onOpen: () => void
}

function PersonRow({ person, onOpen }: RowProps): ReactNode {
  const { t } = useTranslation('people')
  const nameOfRole = useRoleName()
  const { name, active, lockedForS } = person
  const said = active ? nameOfRole(person) : t('left')
  return (
    <li>
      <button
        type="button"
        className={`${classes.row ?? ''} ${own.person ?? ''}`}
        data-off={active ? undefined : true}
        onClick={onOpen}
      >
        <Avatar name={name} size={40} />
        <span className={classes.rowName}>
          {name}
          <span className={classes.rowText}>
            {active && lockedForS > 0 ? `${said} · ${t('locked')}` : said}
          </span>
        </span>
      </button>
    </li>
  )
}

/** Null until they are here. */
function useStaff(): readonly StaffView[] | null {
  const { token, forget } = useSession()
  const { data, error } = useAsk('staff', { token }, { enabled: token !== '', fleeting: true })
  const ended = data?.ok === false
  useEffect(() => {
    if (ended) forget()
  }, [ended, forget])
  if (error !== null) throw error
  return data?.ok === true ? data.value : null
}
