import { IconAlertTriangle } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { allergenWords } from './allergy-words.ts'
import type { Allergen, LineAllergens } from '#domain/menu/allergens.ts'
import { clashOf } from '#domain/menu/line-allergens.ts'
import { AllergenPicks } from './allergen-picks.tsx'
import classes from './allergens.module.css'

interface Props {
  readonly allergies: readonly Allergen[]
  /** What the dish contains as it is chosen now; null: it is not chosen yet. */
  readonly dish: LineAllergens | null
  readonly onChange: (allergies: readonly Allergen[]) => void
}

/** What the dish contains, and what its guest must not eat: the kitchen reads that on its ticket. [ALLERGY1] */
export function AllergyField({ allergies, dish, onChange }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const [open, setOpen] = useState(allergies.length > 0)
  const clash = dish === null ? null : clashOf(dish, allergies)
  return (
    <section className={classes.field} aria-label={t('allergy.label')}>
      {dish !== null && <Contents dish={dish} />}
      {open ? (
        <>
          <p className={classes.legend} aria-hidden>
            {t('allergy.label')}
          </p>
          <AllergenPicks label={t('allergy.label')} chosen={allergies} onChange={onChange} />
        </>
      ) : (
        <Button
          icon={<IconAlertTriangle size={20} stroke={1.75} aria-hidden />}
          onClick={() => setOpen(true)}
        >
          {t('allergy.add')}
        </Button>
      )}
      {clash !== null && clash.contains.length > 0 && (
        <Note
          tone="bad"
          title={t('allergy.clash', { what: allergenWords(clash.contains, t) })}
          text={t('allergy.clashText')}
        />
      )}
      {clash?.unknown === true && clash.contains.length === 0 && (
        <Note tone="busy" title={t('allergy.notStated')} />
      )}
    </section>
  )
}

/** "Contains milk, eggs." What nobody stated is never shown as free of anything. [ALLERGEN2] */
function Contents({ dish: { contains, complete } }: { readonly dish: LineAllergens }): ReactNode {
  const { t } = useTranslation('pos')
  const said = contains.length > 0 ? t('allergy.contains', { what: allergenWords(contains, t) }) : ''
  const rest = complete
    ? said === ''
      ? t('allergy.containsNone')
      : ''
    : t(said === '' ? 'allergy.notStated' : 'allergy.notAllStated')
  return <p className={classes.contents}>{[said, rest].filter(Boolean).join(' ')}</p>
}
