import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import type { Action, RoleRights } from '#domain/staff/permissions.ts'
import { may } from '#domain/staff/rights.ts'
import { CategoriesSection } from './menu/categories-section.tsx'
import { FloorSection } from './floor/floor-section.tsx'
import { GroupsSection } from './modifiers/groups-section.tsx'
import { ImportSection } from './import/import-section.tsx'
import { ItemsSection } from './menu/items-section.tsx'
import { KitchenSection } from './kitchen/kitchen-section.tsx'
import classes from './office.module.css'
import { PaymentsSection } from './money/payments-section.tsx'
import { RolesSection } from './people/roles-section.tsx'
import { ChargesSection } from './prices/charges-section.tsx'
import { DiscountsSection } from './prices/discounts-section.tsx'
import { PriceListsSection } from './prices/price-lists-section.tsx'
import { SettingsSection } from './settings/settings-section.tsx'
import { StaffSection } from './people/staff-section.tsx'
import { TaxesSection } from './money/taxes-section.tsx'

const SECTIONS = {
  items: ItemsSection,
  categories: CategoriesSection,
  groups: GroupsSection,
  import: ImportSection,
  taxes: TaxesSection,
  prices: PriceListsSection,
  discounts: DiscountsSection,
  charges: ChargesSection,
  floor: FloorSection,
  kitchen: KitchenSection,
  payments: PaymentsSection,
  staff: StaffSection,
  roles: RolesSection,
  settings: SettingsSection,
} as const

type Section = keyof typeof SECTIONS

const NAMES = Object.keys(SECTIONS) as readonly Section[]

/** What a section is for, where that is not the menu and what belongs to it. */
const RIGHT_OF: { readonly [section in Section]?: Action } = {
  staff: 'edit_staff',
  roles: 'edit_roles',
}

interface Props {
  /** Of whoever is here: a section they may not use is not shown. [ROLE10] */
  readonly rights: RoleRights
  /** From the address; one that nobody knows is the first. */
  readonly section: string | undefined
  readonly onSection: (section: string) => void
}

/** What the restaurant sells, who works in it, and how it is set up: each part for whoever may. */
export function OfficeScreen({ rights, section, onSection }: Props): ReactNode {
  const { t } = useTranslation('office')
  const allowed = NAMES.filter((name) => may(rights, RIGHT_OF[name] ?? 'edit_menu'))
  const shown = allowed.find((name) => name === section) ?? allowed[0] ?? 'items'
  const Section = SECTIONS[shown]
  const bar = useRef<HTMLDivElement>(null)
  // Opened by an address, the chosen section may stand far to the right.
  useLayoutEffect(() => {
    const chosen = bar.current?.querySelector('[aria-pressed="true"]')
    chosen?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [shown])
  return (
    <div className={classes.screen}>
      <h1 className={classes.title}>{t('title')}</h1>
      <div ref={bar} className={classes.sections}>
        <FilterBar
          label={t('sections')}
          options={allowed.map((id) => ({ id, label: t(`section.${id}`) }))}
          chosen={shown}
          onChoose={onSection}
        />
      </div>
      <div className={classes.section} key={shown}>
        <Section />
      </div>
    </div>
  )
}
