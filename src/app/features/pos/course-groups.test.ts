import { expect, test } from 'vitest'
import { courseGroups } from './course-groups.ts'

const line = (id: string, course: number, held = false) => ({ id, course, held })
const said = (...lines: readonly ReturnType<typeof line>[]) =>
  courseGroups(lines).map(
    (group) => `${group.course}${group.held ? ' held' : ''}: ${group.lines.map(({ id }) => id).join()}`,
  )

test('[COURSE1] lines of one course stand together, by course, in the order they came', () => {
  expect(said(line('a', 2), line('b', 0), line('c', 1), line('d', 2))).toEqual(['0: b', '1: c', '2: a,d'])
})

test('[SEND4] what is held stands below what goes next, apart from its own course', () => {
  expect(said(line('a', 1, true), line('b', 2), line('c', 1))).toEqual(['1: c', '2: b', '1 held: a'])
})

test('nothing new is no group', () => {
  expect(said()).toEqual([])
})
