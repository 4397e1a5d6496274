import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '#app/data/session-context.ts'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import type { DrawerView } from '#device/messages/shift-views.ts'
import { DrawerSession } from './drawer-session.tsx'
import { OpenDrawer } from './open-drawer.tsx'
import { useAsked } from './use-asked.tsx'

/** The drawer this till's cash goes to, and the others of today. */
export function DrawerSection(): ReactNode {
  const { token } = useSession()
  const { view, instead } = useAsked('drawer', { token })
  return view === null ? instead : <Drawers view={view} />
}

/** What is chosen where it is no session: opening this till's own drawer. */
const HERE = ''

function Drawers({ view }: { readonly view: DrawerView }): ReactNode {
  const { t } = useTranslation('shifts')
  // Stays on the drawer that was looked at first: closing it must not take its result away.
  const [chosen, setChosen] = useState(view.sessionId)
  const session = view.sessions.find(({ shiftId }) => shiftId === (chosen ?? view.sessionId)) ?? null
  const ownOpen = view.sessions.some(({ drawer, status }) => drawer === view.drawer && status === 'open')
  const options = [
    ...(ownOpen ? [] : [{ id: HERE, label: t('drawer.here') }]),
    ...view.sessions.map(({ shiftId, name, status }) => ({
      id: shiftId,
      label: `${name} · ${t(`drawer.${status}`)}`,
    })),
  ]
  return (
    <>
      {options.length > 1 && (
        <FilterBar
          label={t('drawer.which')}
          options={options}
          chosen={session?.shiftId ?? HERE}
          onChoose={setChosen}
        />
      )}
      {session === null ? (
        <OpenDrawer drawer={view.drawer} name={view.name} onOpened={setChosen} />
      ) : (
        <DrawerSession
          key={session.shiftId}
          session={session}
          shared={
            session.status === 'open' && session.shiftId === view.sessionId && session.drawer !== view.drawer
          }
          maySee={view.maySeeExpected}
        />
      )}
    </>
  )
}
