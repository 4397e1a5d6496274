import type { i18n } from 'i18next'
import type { ComponentType, ReactNode } from 'react'
import { Inside } from './inside.tsx'
import { addMoreWords } from './more-words.ts'
import { createAppRouter } from './router.tsx'
import { Safety } from './safety.tsx'
import { UpdateNotice, type UpdateNoticeProps } from './update-notice.tsx'

/** All of the program that the log-in can do without: read while somebody types their PIN. */
export interface Rest {
  readonly inside: ReactNode
  readonly safety: ReactNode
  readonly UpdateNotice: ComponentType<UpdateNoticeProps>
}

/** Called once for a page: its router lives as long as the page does, whoever comes and goes. */
export function openRest(words: i18n): Rest {
  addMoreWords(words)
  return { inside: <Inside router={createAppRouter()} />, safety: <Safety />, UpdateNotice }
}
