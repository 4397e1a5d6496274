import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Action, Right, RoleRights } from '#domain/staff/permissions.ts'
import { ChoiceField } from '#app/features/backoffice/editor/choice-field.tsx'
import classes from '#app/features/backoffice/editor/editor.module.css'
import own from './people.module.css'
import { choicesOf, GROUP_NAMES, RIGHT_GROUPS, type RightGroup } from './right-groups.ts'

interface Props {
  readonly actions: RoleRights['actions']
  /** Null: to be read alone. */
  readonly onChange: ((action: Action, right: Right) => void) | null
}

/** Every right of a role in plain words, by what it is about. */
export function RightRows({ actions, onChange }: Props): ReactNode {
  return GROUP_NAMES.map((group) => (
    <RightGroupRows key={group} group={group} actions={actions} onChange={onChange} />
  ))
}

function RightGroupRows({ group, actions, onChange }: Props & { readonly group: RightGroup }): ReactNode {
  const { t } = useTranslation('people')
  return (
    <fieldset className={classes.set}>
      <legend className={classes.legend}>{t(`roles.group.${group}`)}</legend>
      <ul className={own.rights}>
        {RIGHT_GROUPS[group].map((action) => (
          <li key={action}>
            <span>{t(`roles.right.${action}`)}</span>
            {onChange === null ? (
              <span className={own.said}>{t(`roles.${actions[action]}`)}</span>
            ) : (
              <ChoiceField
                bare
                label={t(`roles.right.${action}`)}
                value={actions[action]}
                options={choicesOf(action).map((id) => ({ id, label: t(`roles.${id}`) }))}
                onChange={(right) => onChange(action, right as Right)}
              />
            )}
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
