import { IconArrowsSplit2 } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { IconButton } from '#app/ui/button.tsx'
import { Chip } from '#app/ui/chip.tsx'
import type { Item } from '#domain/item/item.ts'
import { lineAmount } from '#domain/order/bill.ts'
import type { Split } from './split-draft.ts'
import classes from './split.module.css'
import { useCheckName } from './use-check-name.ts'

interface Props {
  readonly item: Item
  readonly split: Split
  readonly active: string | null
  readonly onTap: () => void
  readonly onShare: () => void
}

/** A line and the checks it is on: a tap puts it, or one piece of it, on the chosen check. */
export function SplitLine({ item, split, active, onTap, onShare }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const { money } = useFormat()
  const nameOf = useCheckName()
  const on = split.checks.flatMap((check) =>
    check.shares
      .filter(({ itemId }) => itemId === item.id)
      .map(({ parts, of }) => ({ check, part: parts === of ? '' : `${parts}/${of}` })),
  )
  const seated = on.length > 0 ? undefined : split.checks.find(({ seats }) => seats.includes(item.seat))
  return (
    <li className={classes.line}>
      <button type="button" className={classes.tap} disabled={active === null} onClick={onTap}>
        <span>{item.qty} ×</span>
        <span>
          {item.name}
          <span className={classes.on}>
            {on.map(({ check, part }) => (
              <Chip key={check.id} tone={check.id === active ? 'accent' : 'neutral'}>
                {[part, nameOf(check)].filter(Boolean).join(' · ')}
              </Chip>
            ))}
            {seated !== undefined && <Chip>{nameOf(seated)}</Chip>}
          </span>
        </span>
        <span>{money(lineAmount(item))}</span>
      </button>
      <IconButton label={t('split.share', { name: item.name })} onClick={onShare}>
        <IconArrowsSplit2 size={20} stroke={1.75} aria-hidden />
      </IconButton>
    </li>
  )
}
