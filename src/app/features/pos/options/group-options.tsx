import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { MenuFacts } from '#domain/context.ts'
import { PREFIXES, type Prefix } from '#domain/item/item.ts'
import { askedGroups, type AskedGroup } from '#domain/menu/asked-groups.ts'
import type { GroupLink, ModifierOption } from '#domain/menu/menu.ts'
import { optionState } from './option-state.ts'
import { OptionTile } from './option-tile.tsx'
import classes from './options.module.css'
import { defaultPicks, lessened, tapped, withPick, type Picks } from './picks.ts'
import { placeOf } from './place.ts'
import { ruleWords } from './rule-words.ts'

interface Props {
  readonly links: readonly GroupLink[]
  readonly picks: Picks
  readonly groups: MenuFacts['groups']
  /** The name of the chosen size, or empty. */
  readonly variant: string
  /** Where it stands on the sheet. */
  readonly way: readonly string[]
  /** The groups above. */
  readonly path: readonly string[]
  readonly onChange: (picks: Picks) => void
}

/** Every group that is asked at one place, and below each option those it asks for. */
export function GroupOptions(props: Props): ReactNode {
  return askedGroups(props.links, props.path, props.groups).map((asked) => (
    <OneGroup key={asked.group.id} {...props} asked={asked} />
  ))
}

function OneGroup({ asked, ...props }: Props & { readonly asked: AskedGroup }): ReactNode {
  const { picks, groups, variant, way, path, onChange } = props
  const { t } = useTranslation('pos')
  const { link, group } = asked
  const [prefix, setPrefix] = useState<Prefix>('')
  const inside = [...path, group.id]
  const place = placeOf([...way, group.id])
  const tap = (option: ModifierOption): void => {
    const below = defaultPicks(option.groups, inside, groups)
    onChange(tapped(picks, asked, option, prefix, below))
    setPrefix('')
  }
  return (
    <section className={classes.group} aria-labelledby={place} data-below={path.length > 0 || undefined}>
      <header className={classes.groupHead}>
        <h3 id={place} className={classes.groupName} tabIndex={-1}>
          {group.name}
        </h3>
        <span className={classes.rule}>{ruleWords(link, t)}</span>
        {link.max !== 1 && <Prefixes chosen={prefix} onChoose={setPrefix} />}
      </header>
      <div className={classes.tiles}>
        {group.options
          .filter((option) => option.active)
          .map((option) => (
            <OptionTile
              key={option.id}
              name={option.name}
              state={optionState(asked, option, picks, variant)}
              gone={!option.available}
              onTap={() => tap(option)}
              onLess={
                option.maxQty > 1 && link.max !== 1
                  ? () => onChange(lessened(picks, group, option))
                  : undefined
              }
            />
          ))}
      </div>
      {picks
        .filter((pick) => pick.groupId === group.id && pick.prefix !== 'no')
        .map((pick) => (
          <GroupOptions
            key={pick.optionId}
            {...{ groups, variant }}
            links={group.options.find((option) => option.id === pick.optionId)?.groups ?? []}
            picks={pick.below}
            way={[...way, group.id, pick.optionId]}
            path={inside}
            onChange={(below) => onChange(withPick(picks, { ...pick, below }))}
          />
        ))}
    </section>
  )
}

interface PrefixesProps {
  readonly chosen: Prefix
  readonly onChoose: (prefix: Prefix) => void
}

/** How the next tapped option is meant. Once: "no onion" says nothing about the cheese. */
function Prefixes({ chosen, onChoose }: PrefixesProps): ReactNode {
  const { t } = useTranslation('pos')
  return (
    <span className={classes.prefixes} role="group" aria-label={t('options.prefix')}>
      {PREFIXES.filter((one) => one !== '').map((one) => (
        <button
          key={one}
          type="button"
          className={classes.prefix}
          aria-pressed={chosen === one}
          onClick={() => onChoose(chosen === one ? '' : one)}
        >
          {t(`options.${one}Next`)}
        </button>
      ))}
    </span>
  )
}
