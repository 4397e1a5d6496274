import type { Item } from '#domain/item/item.ts'

type Coursed = Pick<Item, 'course' | 'held'>

/** Lines of one course that go to the kitchen together: now, or when somebody fires them. */
export interface CourseGroup<T> {
  /** 0: none. */
  readonly course: number
  readonly held: boolean
  readonly lines: readonly T[]
}

/**
 * New lines by course, what is held below what goes next; within each in the order they came. One group, and so no
 * word about courses, where all of them go together in one. [COURSE1]
 */
export function courseGroups<T extends Coursed>(lines: readonly T[]): readonly CourseGroup<T>[] {
  const groups = new Map<string, T[]>()
  for (const line of lines) {
    const key = `${line.held ? 1 : 0} ${line.course}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [line])
    else group.push(line)
  }
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group
      return first === undefined ? [] : [{ course: first.course, held: first.held, lines: group }]
    })
    .sort((a, b) => Number(a.held) - Number(b.held) || a.course - b.course)
}
