import type { User } from '#domain/staff/user.ts'

/** A person with the PIN in the clear: demo data only. Whoever seeds it keeps the hash and nothing else. */
export interface DemoPerson {
  readonly id: string
  readonly user: Omit<User, 'pinHash'>
  readonly pin: string
}

export const people: readonly DemoPerson[] = [
  { id: 'user-marta', user: { name: 'Marta', role: 'waiter', active: true }, pin: '4071' },
  { id: 'user-tomas', user: { name: 'Tomás', role: 'waiter', active: true }, pin: '5926' },
  { id: 'user-leonor', user: { name: 'Leonor', role: 'manager', active: true }, pin: '730518' },
  { id: 'user-joaquim', user: { name: 'Joaquim', role: 'owner', active: true }, pin: '918264' },
]
