import { people, type DemoPerson } from '#demo/people.ts'

function person(name: string): DemoPerson {
  const found = people.find(({ user }) => user.name === name)
  if (found === undefined) throw new Error(`assertion failed: nobody in the demo café is called ${name}`)
  return found
}

export const marta = person('Marta')
export const tomas = person('Tomás')
export const leonor = person('Leonor')
export const joaquim = person('Joaquim')
