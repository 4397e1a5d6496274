import { IconCamera } from '@tabler/icons-react'
import { useState, type ChangeEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureWords } from '#app/data/failure-words.ts'
import { picturePath } from '#domain/menu/picture.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import classes from '#app/features/backoffice/editor/editor.module.css'
import { useWrongWords } from '#app/features/backoffice/editor/field.tsx'
import type { ItemPartProps } from './item-part.ts'
import { PictureChoice } from './picture-choice.tsx'
import { usePhoto } from './use-photo.ts'

/** The picture of the till's button: a photo, one the menu has already, or none. */
export function ItemPicture({ draft, errors, menu, onChange }: ItemPartProps): ReactNode {
  const { t } = useTranslation('office')
  const wordsOf = useFailureWords()
  const wrongWords = useWrongWords()
  const photo = usePhoto(onChange)
  const [choosing, setChoosing] = useState(false)
  const { picture } = draft
  const pictures = [...new Set(menu.items.map((item) => item.picture))].filter(
    (name) => picturePath(name) !== null,
  )
  const isEmpty = picture === '' && photo.preview === null
  const words = photo.failure === null ? null : wordsOf(photo.failure)
  const take = (name: string): void => {
    photo.forget()
    onChange({ picture: name })
  }
  const wrong = errors['picture']
  return (
    <fieldset className={classes.set}>
      <legend className={classes.legend}>{t('items.picture')}</legend>
      <p className={classes.hint}>{t('photo.hint')}</p>
      <div className={classes.picture}>
        <span className={classes.thumb} data-busy={draft.pictureBusy || undefined}>
          <Shown preview={photo.preview} picture={picture} />
        </span>
        <div className={classes.pictureWays}>
          <PhotoInput isFirst={isEmpty} onChoose={photo.choose} />
          {photo.again !== null && words !== null && (
            <Button onClick={photo.again}>{t('photo.again')}</Button>
          )}
          {pictures.length > 0 && !choosing && (
            <Button onClick={() => setChoosing(true)}>{t('items.changePicture')}</Button>
          )}
          {!isEmpty && <Button onClick={() => take('')}>{t('photo.remove')}</Button>}
        </div>
      </div>
      <p className={classes.hint} role="status">
        {draft.pictureBusy && t('photo.sending')}
      </p>
      {words !== null && (
        <Note tone="bad" title={words.message} text={`${words.remedy} ${t('photo.notKept')}`} />
      )}
      {wrong !== undefined && <p className={classes.error}>{wrongWords(wrong)}</p>}
      {choosing && <PictureChoice pictures={pictures} picture={picture} onChoose={take} />}
    </fieldset>
  )
}

function Shown({
  preview,
  picture,
}: {
  readonly preview: string | null
  readonly picture: string
}): ReactNode {
  const { t } = useTranslation('office')
  const path = preview ?? picturePath(picture)
  if (path === null) return t('items.noPicture')
  return <img src={path} alt={t('photo.alt')} width={320} height={240} decoding="async" />
}

interface InputProps {
  readonly isFirst: boolean
  readonly onChoose: (file: Blob) => void
}

/** On a phone it offers the camera, too. */
function PhotoInput({ isFirst, onChoose }: InputProps): ReactNode {
  const { t } = useTranslation('office')
  const take = ({ currentTarget: input }: ChangeEvent<HTMLInputElement>): void => {
    const file = input.files?.[0]
    if (file !== undefined) onChoose(file)
    // The same file, put right, may be chosen again.
    input.value = ''
  }
  return (
    <label className={classes.photo}>
      <IconCamera size={22} stroke={1.75} aria-hidden />
      {t(isFirst ? 'photo.choose' : 'photo.chooseOther')}
      <input type="file" accept="image/*" onChange={take} />
    </label>
  )
}
