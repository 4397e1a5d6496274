import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { LoadingState } from '#app/ui/states.tsx'
import type { RoleRights } from '#domain/staff/permissions.ts'
import { may } from '#domain/staff/rights.ts'
import { AsidePanel } from './aside-panel.tsx'
import { DeviceList } from './device-list.tsx'
import classes from './devices.module.css'
import { useDevices } from './use-devices.ts'

interface Props {
  readonly rights: RoleRights
  /** From the address; one that nobody knows is the first. */
  readonly section: string | undefined
  readonly onSection: (section: string) => void
  /** How safe this device's own work is. */
  readonly places: ReactNode
}

const ASIDE = 'aside'

/** Every device of the store, and how safe its work is; what was set aside, for whoever may settle it. */
export function DevicesScreen({ rights, section, onSection, places }: Props): ReactNode {
  const { t } = useTranslation(['devices', 'common'])
  const view = useDevices()
  const maySettle = may(rights, 'settle_quarantine')
  const shown = maySettle && section === ASIDE ? ASIDE : 'all'
  const options = [
    { id: 'all', label: t('section.all') },
    { id: ASIDE, label: t('section.aside') },
  ]
  return (
    <div className={classes.screen}>
      <h1 className={classes.title}>{t('title')}</h1>
      {maySettle && <FilterBar label={t('sections')} options={options} chosen={shown} onChoose={onSection} />}
      {view === null && <LoadingState text={t('common:loading')} />}
      {view !== null && shown === 'all' && (
        <div className={classes.columns}>
          <DeviceList view={view} mayChange={may(rights, 'pair_device')} />
          <section className={classes.side} aria-label={t('here')}>
            <h2 className={classes.heading}>{t('here')}</h2>
            {places}
          </section>
        </div>
      )}
      {view !== null && shown === ASIDE && <AsidePanel devices={view.devices} />}
    </div>
  )
}
