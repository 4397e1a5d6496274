import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '#app/ui/button.tsx'
import { ChoiceField } from '#app/features/backoffice/editor/choice-field.tsx'
import classes from '#app/features/backoffice/editor/editor.module.css'
import { useWrongWords } from '#app/features/backoffice/editor/field.tsx'
import type { LinkDraft } from './item-draft.ts'
import type { ItemPartProps } from './item-part.ts'

/** More of one group nobody asks; the record allows 99. */
const COUNT_SHOWN_MAX = 12

/** Which modifier groups an item asks for, and how many of each must and may be chosen. [MOD2] [MOD5] */
export function ItemLinks({ draft: { links }, errors, menu, onChange }: ItemPartProps): ReactNode {
  const { t } = useTranslation('office')
  const asked = new Set(links.map(({ groupId }) => groupId))
  const others = menu.groups.filter(({ id, active }) => active && !asked.has(id))
  const add = (groupId: string): void => {
    if (groupId !== '') onChange({ links: [...links, { groupId, min: 0, max: 0, free: 0 }] })
  }
  return (
    <fieldset className={classes.set}>
      <legend className={classes.legend}>{t('items.groupsTitle')}</legend>
      <p className={classes.hint}>{t('items.groupsHint')}</p>
      <ul className={classes.parts}>
        {links.map((link) => (
          <LinkRow
            key={link.groupId}
            link={link}
            name={menu.groups.find(({ id }) => id === link.groupId)?.name ?? link.groupId}
            wrong={errors[`link:${link.groupId}`] !== undefined}
            onChange={(change) =>
              onChange({ links: links.map((one) => (one === link ? { ...one, ...change } : one)) })
            }
            onRemove={() => onChange({ links: links.filter((one) => one !== link) })}
          />
        ))}
      </ul>
      {others.length > 0 && (
        <ChoiceField
          bare
          label={t('items.addGroup')}
          value=""
          options={[
            { id: '', label: t('items.addGroup') },
            ...others.map(({ id, name }) => ({ id, label: name })),
          ]}
          onChange={add}
        />
      )}
    </fieldset>
  )
}

interface RowProps {
  readonly link: LinkDraft
  readonly name: string
  readonly wrong: boolean
  readonly onChange: (change: Partial<LinkDraft>) => void
  readonly onRemove: () => void
}

function LinkRow({ link, name, wrong, onChange, onRemove }: RowProps): ReactNode {
  const { t } = useTranslation('office')
  const words = useWrongWords()
  const counts = (value: number, zero: string): { readonly id: string; readonly label: string }[] =>
    Array.from({ length: Math.max(COUNT_SHOWN_MAX, value) + 1 }, (_, count) => ({
      id: String(count),
      label: count === 0 ? zero : String(count),
    }))
  return (
    <li className={classes.box}>
      <div className={classes.boxHead}>
        {name}
        <IconButton label={t('remove', { name })} onClick={onRemove}>
          <IconX size={20} aria-hidden />
        </IconButton>
      </div>
      <div className={classes.three}>
        {(['min', 'max', 'free'] as const).map((field) => {
          const label = { min: 'atLeast', max: 'atMost', free: 'free' } as const
          const zero = field === 'max' ? t('items.noLimit') : '0'
          return (
            <ChoiceField
              key={field}
              label={t(`items.${label[field]}`)}
              value={String(link[field])}
              options={counts(link[field], zero)}
              onChange={(value) => onChange({ [field]: Number(value) })}
            />
          )
        })}
      </div>
      {wrong && (
        <p className={classes.error} role="alert">
          {words('limits')}
        </p>
      )}
    </li>
  )
}
