import { useEffect, useRef, useState } from 'react'
import { useAtServer } from '#app/data/use-at-server.ts'
import type { Failure } from '#device/messages.ts'
import type { ItemDraft } from './item-draft.ts'
import { shrinkPhoto } from './shrink-photo.ts'

export interface Photo {
  /** The chosen photo, from this device's own memory; null: there is none. */
  readonly preview: string | null
  /** Why it is not kept. */
  readonly failure: Failure | null
  choose(file: Blob): void
  /** Null: it cannot help. */
  readonly again: (() => void) | null
  forget(): void
}

interface Chosen {
  readonly url: string
  readonly image: string
}

/**
 * A photo on its way to the server, which names it. Without a server it stays in the form, and can be sent again; the
 * dish can be saved without it.
 */
export function usePhoto(onChange: (change: Partial<ItemDraft>) => void): Photo {
  const { busy, failure, run } = useAtServer()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [unreadable, setUnreadable] = useState(false)
  const [isKept, setIsKept] = useState(false)
  /** Which photo is the last that was chosen: an earlier one may be answered later. */
  const latest = useRef(0)
  useEffect(() => () => (chosen === null ? undefined : URL.revokeObjectURL(chosen.url)), [chosen])

  const send = async (image: string, turn: number): Promise<void> => {
    onChange({ pictureBusy: true })
    const taken = await run('savePicture', { image })
    if (latest.current !== turn) return
    setIsKept(taken !== null)
    onChange({ pictureBusy: false, ...(taken === null ? {} : { picture: taken.value.picture }) })
  }
  const choose = async (file: Blob): Promise<void> => {
    latest.current += 1
    const turn = latest.current
    onChange({ pictureBusy: true })
    const small = await shrinkPhoto(file)
    if (latest.current !== turn) return
    setUnreadable(small === null)
    setIsKept(false)
    setChosen(small === null ? null : { url: URL.createObjectURL(small.shown), image: small.image })
    if (small === null) onChange({ pictureBusy: false })
    else await send(small.image, turn)
  }
  const forget = (): void => {
    latest.current += 1
    setChosen(null)
    setUnreadable(false)
    setIsKept(false)
    onChange({ pictureBusy: false })
  }
  const waits = chosen !== null && !isKept && !busy
  return {
    preview: chosen?.url ?? null,
    failure: unreadable ? { code: 'picture_unreadable' } : waits ? failure : null,
    choose: (file) => void choose(file),
    again: waits ? () => void send(chosen.image, latest.current) : null,
    forget,
  }
}
