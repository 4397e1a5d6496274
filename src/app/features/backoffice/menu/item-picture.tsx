import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import classes from '#app/features/backoffice/editor/editor.module.css'
import type { ItemPartProps } from './item-part.ts'

/** One of the pictures the menu has, or none. */
export function ItemPicture({ draft: { picture }, menu, onChange }: ItemPartProps): ReactNode {
  const { t } = useTranslation('office')
  const [choosing, setChoosing] = useState(false)
  const pictures = [...new Set(menu.items.map((item) => item.picture))].filter((name) => name !== '')
  if (pictures.length === 0) return null
  return (
    <fieldset className={classes.set}>
      <legend className={classes.legend}>{t('items.picture')}</legend>
      {choosing ? (
        <div className={classes.pictures}>
          {['', ...pictures].map((name) => (
            <label key={name} className={classes.thumb}>
              {name === '' ? t('items.noPicture') : <Drawn name={name} />}
              <input
                type="radio"
                name="picture"
                aria-label={name === '' ? t('items.noPicture') : t('items.pictureOf', { name })}
                checked={picture === name}
                onChange={() => onChange({ picture: name })}
              />
            </label>
          ))}
        </div>
      ) : (
        <div className={classes.picture}>
          <span className={classes.thumb}>
            {picture === '' ? t('items.noPicture') : <Drawn name={picture} />}
          </span>
          <Button onClick={() => setChoosing(true)}>{t('items.changePicture')}</Button>
        </div>
      )}
    </fieldset>
  )
}

function Drawn({ name }: { readonly name: string }): ReactNode {
  return <img src={`/pictures/${name}.svg`} alt="" width={320} height={240} loading="lazy" decoding="async" />
}
