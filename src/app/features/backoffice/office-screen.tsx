import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { CategoriesSection } from './categories-section.tsx'
import { GroupsSection } from './groups-section.tsx'
import { ImportSection } from './import-section.tsx'
import { ItemsSection } from './items-section.tsx'
import classes from './office.module.css'

const SECTIONS = {
  items: ItemsSection,
  categories: CategoriesSection,
  groups: GroupsSection,
  import: ImportSection,
} as const

type Section = keyof typeof SECTIONS

const NAMES = Object.keys(SECTIONS) as readonly Section[]

interface Props {
  /** From the address; one that nobody knows is the first. */
  readonly section: string | undefined
  readonly onSection: (section: string) => void
}

/** What the restaurant sells, and how it is set up: for managers and owners, online or not. */
export function OfficeScreen({ section, onSection }: Props): ReactNode {
  const { t } = useTranslation('office')
  const shown = NAMES.find((name) => name === section) ?? 'items'
  const Section = SECTIONS[shown]
  return (
    <div className={classes.screen}>
      <h1 className={classes.title}>{t('title')}</h1>
      <FilterBar
        label={t('sections')}
        options={NAMES.map((id) => ({ id, label: t(`section.${id}`) }))}
        chosen={shown}
        onChoose={onSection}
      />
      <div className={classes.section} key={shown}>
        <Section />
      </div>
    </div>
  )
}
