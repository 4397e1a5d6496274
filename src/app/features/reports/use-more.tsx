import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'

interface More<T> {
  readonly shown: readonly T[]
  /** The button that shows the rest; nothing where all fit. */
  readonly button: ReactNode
}

/** The first `count` of a long list, and the way to the others. */
export function useMore<T>(all: readonly T[], count: number): More<T> {
  const { t } = useTranslation('reports')
  const [open, setOpen] = useState(false)
  if (all.length <= count) return { shown: all, button: null }
  const button = (
    <Button variant="quiet" wide aria-expanded={open} onClick={() => setOpen(!open)}>
      {open ? t('showLess') : t('showAll', { count: all.length })}
    </Button>
  )
  return { shown: open ? all : all.slice(0, count), button }
}
