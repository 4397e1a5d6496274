import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ALLERGENS, type Allergen } from '#domain/menu/allergens.ts'
import classes from './allergens.module.css'

interface Props {
  readonly label: string
  readonly chosen: readonly Allergen[]
  readonly onChange: (chosen: readonly Allergen[]) => void
}

/** The fourteen, each a large target. [ALLERGEN1] */
export function AllergenPicks({ label, chosen, onChange }: Props): ReactNode {
  const { t } = useTranslation('pos')
  return (
    <div className={classes.picks} role="group" aria-label={label}>
      {ALLERGENS.map((one) => {
        const on = chosen.includes(one)
        return (
          <button
            key={one}
            type="button"
            className={classes.pick}
            aria-pressed={on}
            onClick={() =>
              onChange(ALLERGENS.filter((other) => (other === one ? !on : chosen.includes(other))))
            }
          >
            {t(`allergen.${one}`)}
          </button>
        )
      })}
    </div>
  )
}
