import { Popover } from '@mantine/core'
import { IconWheatOff } from '@tabler/icons-react'
import { memo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '#app/ui/button.tsx'
import type { Allergen } from '#domain/menu/allergens.ts'
import { allergenWords } from './options/allergy-words.ts'
import { AllergenPicks } from './options/allergen-picks.tsx'
import classes from './options/allergens.module.css'

interface Props {
  readonly without: readonly Allergen[]
  readonly onChange: (without: readonly Allergen[]) => void
}

/** What the guest who is asking must not eat: the grid then says which dishes have it. */
export const AllergenFilter = memo(function AllergenFilter({ without, onChange }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const [open, setOpen] = useState(false)
  const active = without.length > 0
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width="min(420px, 94vw)" trapFocus>
      <Popover.Target>
        <IconButton
          variant={active ? 'primary' : 'plain'}
          className={classes.filter ?? ''}
          label={active ? t('allergy.filterOn', { what: allergenWords(without, t) }) : t('allergy.filter')}
          onClick={() => setOpen(!open)}
        >
          <IconWheatOff size={22} stroke={1.75} aria-hidden />
        </IconButton>
      </Popover.Target>
      <Popover.Dropdown>
        <h2 className={classes.title}>{t('allergy.filterTitle')}</h2>
        <p className={classes.hint}>{t('allergy.filterText')}</p>
        <AllergenPicks label={t('allergy.filterTitle')} chosen={without} onChange={onChange} />
        {active && (
          <Button
            wide
            className={classes.clear ?? ''}
            onClick={() => {
              onChange([])
              setOpen(false)
            }}
          >
            {t('allergy.filterClear')}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  )
})
