import { Link } from '@tanstack/react-router'
import {
  IconAdjustments,
  IconChartBar,
  IconHistory,
  IconLayoutGrid,
  IconToolsKitchen2,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '#app/data/session-context.ts'
import { useAsk } from '#app/data/use-ask.ts'
import { mayOpenOffice } from '#domain/staff/office-rights.ts'
import { may } from '#domain/staff/rights.ts'
import classes from './header.module.css'
import { Mark } from './mark.tsx'
import { PrintTrouble } from './print-trouble.tsx'
import { Safety } from './safety.tsx'
import { UserMenu } from './user-menu.tsx'

/** The same on every screen: whose restaurant, who works, where the data is safe. */
export function Header(): ReactNode {
  const { t } = useTranslation('common')
  const { person } = useSession()
  const { data: store } = useAsk('store', null)
  return (
    <header className={classes.header}>
      <Link to="/" className={classes.store} aria-label={store?.name ?? t('appName')}>
        <Mark size={28} />
        <span className={classes.storeName}>{store?.name ?? t('appName')}</span>
      </Link>
      {person !== null && (
        <nav className={classes.nav} aria-label={t('nav.label')}>
          <Link to="/" className={classes.link}>
            <IconLayoutGrid size={20} stroke={1.75} aria-hidden />
            {t('nav.till')}
          </Link>
          <Link to="/history/{-$orderId}" className={classes.link}>
            <IconHistory size={20} stroke={1.75} aria-hidden />
            {t('nav.history')}
          </Link>
          <Link to="/kitchen" className={classes.link}>
            <IconToolsKitchen2 size={20} stroke={1.75} aria-hidden />
            {t('nav.kitchen')}
          </Link>
          {may(person.rights, 'read_reports') && (
            <Link to="/reports" className={classes.link}>
              <IconChartBar size={20} stroke={1.75} aria-hidden />
              {t('nav.reports')}
            </Link>
          )}
          {mayOpenOffice(person.rights) && (
            <Link to="/office/{-$section}" className={classes.link}>
              <IconAdjustments size={20} stroke={1.75} aria-hidden />
              {t('nav.office')}
            </Link>
          )}
        </nav>
      )}
      <span className={classes.space} />
      {person !== null && <PrintTrouble key={person.id} person={person} />}
      <Safety />
      {person !== null && <UserMenu person={person} />}
    </header>
  )
}
