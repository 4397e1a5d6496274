import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { CheckOutSection } from './check-out-section.tsx'
import { DaySection } from './day-section.tsx'
import { DrawerSection } from './drawer-section.tsx'
import classes from './shifts.module.css'

const SECTIONS = ['drawer', 'checkOut', 'day'] as const
export type Section = (typeof SECTIONS)[number]

interface Props {
  readonly section: Section
  readonly onSection: (section: Section) => void
  readonly onOpenOrder: (orderId: string) => void
}

/** Everything about cash that is no sale, from the float in the morning to the Z at night. */
export function ShiftsScreen({ section, onSection, onOpenOrder }: Props): ReactNode {
  const { t } = useTranslation('shifts')
  const choose = (id: string): void => onSection(SECTIONS.find((known) => known === id) ?? 'drawer')
  return (
    <div className={classes.screen}>
      <header className={classes.bar}>
        <h1 className={classes.title}>{t('title')}</h1>
        <FilterBar
          label={t('sections.label')}
          options={SECTIONS.map((id) => ({ id, label: t(`sections.${id}`) }))}
          chosen={section}
          onChoose={choose}
        />
      </header>
      {section === 'drawer' && <DrawerSection />}
      {section === 'checkOut' && <CheckOutSection onOpenOrder={onOpenOrder} />}
      {section === 'day' && <DaySection onOpenOrder={onOpenOrder} onSection={onSection} />}
    </div>
  )
}
