import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonView } from '#device/messages.ts'
import { isRole } from '#domain/staff/permissions.ts'

/** What a person's role is called: by the owner, or in this language. One that is not here yet has no name. */
export function useRoleName(): (person: Pick<PersonView, 'role' | 'roleName'>) => string {
  const { t } = useTranslation('common')
  return useCallback(({ role, roleName }) => (isRole(role) ? t(`role.${role}`) : roleName), [t])
}
