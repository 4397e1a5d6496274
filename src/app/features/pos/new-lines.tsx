import type { TFunction } from 'i18next'
import { Fragment, useLayoutEffect, useMemo, useRef, type ReactNode } from 'react'
import type { Format } from '#app/data/use-format.ts'
import type { Item } from '#domain/item/item.ts'
import { QTY_MAX } from '#domain/limits.ts'
import { lineAmount } from '#domain/order/bill.ts'
import { allergyMark } from './options/allergy-words.ts'
import { latestOf, type AskedLines } from './asked-lines.ts'
import { courseGroups, type CourseGroup } from './course-groups.ts'
import { CourseHead } from './course-head.tsx'
import { lineExtras, lineName } from './line-words.ts'
import { NewLine } from './order-line.tsx'
import classes from './slip.module.css'

/** What may be done with lines the kitchen does not have. */
export interface NewLineActions {
  readonly onStep: (itemId: string, by: 1 | -1) => void
  readonly onRemove: (itemId: string) => void
  /** The line's options, place and note. */
  readonly onOpen: (itemId: string) => void
  readonly onHold: (itemIds: readonly string[]) => void
  readonly onFire: (course: number) => void
}

interface Props extends NewLineActions {
  readonly fresh: readonly Item[]
  /** Lines that the device has not answered for yet. */
  readonly asked: AskedLines
  readonly t: TFunction<'pos'>
  readonly format: Format
  /** Menu items with something to choose. */
  readonly offering: ReadonlySet<string>
  readonly locked: boolean
}

/** What is new; by course as soon as there is more than one, or something is held. */
export function NewLines(props: Props): ReactNode {
  const { fresh, asked, t, format, offering, locked, onStep, onRemove, onOpen, onHold, onFire } = props
  const lists = useRef<HTMLDivElement>(null)
  const latest = latestOf(asked)
  const groups = useMemo(() => courseGroups(fresh), [fresh])
  // In the tap's own frame: a line below the fold would be on the order, but nobody would see it.
  useLayoutEffect(() => {
    if (latest === undefined) return
    lists.current?.querySelector(`[data-line="${latest}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [latest, asked])
  const told = groups.length > 1 || groups.some((group) => group.held)
  const list = ({ lines }: CourseGroup<Item>): ReactNode => (
    <ul className={classes.list}>
      {lines.map((item) => (
        <NewLine
          key={item.id}
          id={item.id}
          name={lineName(item)}
          most={item.weight === null ? QTY_MAX : 1}
          extras={lineExtras(item, t, format)}
          allergy={allergyMark(item.allergies, t)}
          offers={offering.has(item.menuItemId)}
          note={item.note}
          qty={item.qty}
          amount={lineAmount(item)}
          late={asked.get(item.id)?.late ?? false}
          money={format.money}
          {...{ t, locked, onStep, onRemove, onOpen }}
        />
      ))}
    </ul>
  )
  return (
    <div ref={lists}>
      {groups.length > 0 && <h2 className={classes.group}>{t('order.newGroup')}</h2>}
      {groups.map((group) => (
        <Fragment key={`${group.held} ${group.course}`}>
          {told && (
            <CourseHead
              {...{ t, locked }}
              course={group.course}
              held={group.held}
              onHold={() => onHold(group.lines.map(({ id }) => id))}
              onFire={() => onFire(group.course)}
            />
          )}
          {list(group)}
        </Fragment>
      ))}
    </div>
  )
}
