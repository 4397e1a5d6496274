import { Menu, useMantineColorScheme } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import {
  IconAdjustments,
  IconCashRegister,
  IconChartBar,
  IconDeviceDesktop,
  IconHistory,
  IconDevices,
  IconLayoutGrid,
  IconLogout,
  IconMoon,
  IconPrinter,
  IconPackages,
  IconSun,
  IconToolsKitchen2,
  IconTrash,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '#app/data/session-context.ts'
import { useRoleName } from '#app/data/use-role-name.ts'
import { Avatar } from '#app/ui/avatar.tsx'
import type { SessionView } from '#device/messages.ts'
import { mayOpenOffice } from '#domain/staff/office-rights.ts'
import { may, mayAsk } from '#domain/staff/rights.ts'
import classes from './header.module.css'

const SCHEMES = [
  { id: 'light', Icon: IconSun },
  { id: 'dark', Icon: IconMoon },
  { id: 'auto', Icon: IconDeviceDesktop },
] as const

/** Who works here now, and everything about that person's stay: other screens, light or dark, leaving. */
export function UserMenu({ person }: { readonly person: SessionView }): ReactNode {
  const { t } = useTranslation('common')
  const { logout } = useSession()
  const nameOfRole = useRoleName()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    // In the header, not at the page's end: a screen reader meets it where it was opened.
    <Menu
      position="bottom-end"
      width={250}
      shadow="lg"
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <button
          type="button"
          className={classes.person}
          aria-label={t('user.menu', { name: person.name, role: nameOfRole(person) })}
        >
          <Avatar name={person.name} size={36} />
          <span className={classes.personName}>{person.name}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{`${person.name} · ${nameOfRole(person)}`}</Menu.Label>
        <Screens person={person} />
        <Menu.Divider role="separator" />
        <Menu.Label>{t('user.theme')}</Menu.Label>
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(id) => setColorScheme(SCHEMES.find((one) => one.id === id)?.id ?? 'auto')}
        >
          {SCHEMES.map(({ id, Icon }) => (
            <Menu.RadioItem key={id} value={id} rightSection={<Icon size={20} />}>
              {t(`user.${id}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider role="separator" />
        <Menu.Item leftSection={<IconLogout size={20} />} onClick={logout}>
          {t('user.logout')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** The way to every screen this person may open. */
function Screens({ person }: { readonly person: SessionView }): ReactNode {
  const { t } = useTranslation('common')
  const navigate = useNavigate()
  return (
    <>
      <Menu.Item leftSection={<IconLayoutGrid size={20} />} onClick={() => void navigate({ to: '/' })}>
        {t('nav.till')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconHistory size={20} />}
        onClick={() => void navigate({ to: '/history/{-$orderId}' })}
      >
        {t('nav.history')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconToolsKitchen2 size={20} />}
        onClick={() => void navigate({ to: '/kitchen' })}
      >
        {t('nav.kitchen')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconCashRegister size={20} />}
        onClick={() => void navigate({ to: '/drawer' })}
      >
        {t('nav.shifts')}
      </Menu.Item>
      <Menu.Item leftSection={<IconPrinter size={20} />} onClick={() => void navigate({ to: '/printing' })}>
        {t('nav.printing')}
      </Menu.Item>
      {may(person.rights, 'read_reports') && (
        <Menu.Item leftSection={<IconChartBar size={20} />} onClick={() => void navigate({ to: '/reports' })}>
          {t('nav.reports')}
        </Menu.Item>
      )}
      {may(person.rights, 'keep_stock') && (
        <Menu.Item leftSection={<IconPackages size={20} />} onClick={() => void navigate({ to: '/stock' })}>
          {t('nav.stock')}
        </Menu.Item>
      )}
      {!may(person.rights, 'keep_stock') && mayAsk(person.rights, 'waste_stock') && (
        <Menu.Item leftSection={<IconTrash size={20} />} onClick={() => void navigate({ to: '/waste' })}>
          {t('nav.waste')}
        </Menu.Item>
      )}
      <Menu.Item
        leftSection={<IconDevices size={20} />}
        onClick={() => void navigate({ to: '/devices/{-$section}' })}
      >
        {t('nav.devices')}
      </Menu.Item>
      {mayOpenOffice(person.rights) && (
        <Menu.Item
          leftSection={<IconAdjustments size={20} />}
          onClick={() => void navigate({ to: '/office/{-$section}' })}
        >
          {t('nav.office')}
        </Menu.Item>
      )}
    </>
  )
}
