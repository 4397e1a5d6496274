import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { picturePath } from '#domain/menu/picture.ts'
import classes from '#app/features/backoffice/editor/editor.module.css'

interface Props {
  readonly pictures: readonly string[]
  readonly picture: string
  readonly onChoose: (name: string) => void
}

/** The pictures other dishes have. */
export function PictureChoice({ pictures, picture, onChoose }: Props): ReactNode {
  const { t } = useTranslation('office')
  return (
    <div className={classes.pictures}>
      {pictures.map((name, at) => (
        <label key={name} className={classes.thumb}>
          <img
            src={picturePath(name) ?? ''}
            alt=""
            width={320}
            height={240}
            loading="lazy"
            decoding="async"
          />
          <input
            type="radio"
            name="picture"
            aria-label={t('items.pictureOf', { name: name.includes('/') ? at + 1 : name })}
            checked={picture === name}
            onChange={() => onChoose(name)}
          />
        </label>
      ))}
    </div>
  )
}
