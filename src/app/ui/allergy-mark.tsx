import { IconAlertTriangleFilled } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './allergy-mark.module.css'

interface Props {
  /** "ALLERGY: milk, nuts" */
  readonly words: string
  /** What else a cook has to know: whether the dish contains it. */
  readonly more?: string
}

/** What a guest must not eat: by ground, sign and word, never by colour alone. [ALLERGY3] */
export function AllergyMark({ words, more = '' }: Props): ReactNode {
  return (
    <span className={classes.mark}>
      <IconAlertTriangleFilled aria-hidden size="1.1em" />
      <span>
        <strong className={classes.words}>{words}</strong>
        {more !== '' && <span className={classes.more}>{more}</span>}
      </span>
    </span>
  )
}
