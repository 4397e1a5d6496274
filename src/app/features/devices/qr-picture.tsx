import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import classes from './devices.module.css'

interface Props {
  readonly text: string
  readonly label: string
}

/** Always dark on white, whatever the screen's colours: cameras want it so. Its code is loaded when it is needed. */
export function QrPicture({ text, label }: Props): ReactNode {
  const { data } = useQuery({
    queryKey: ['qr', text],
    queryFn: async () => {
      const { toString } = await import('qrcode')
      const svg = await toString(text, { type: 'svg', margin: 2 })
      return `data:image/svg+xml,${encodeURIComponent(svg)}`
    },
    gcTime: 0,
    staleTime: Infinity,
  })
  return <div className={classes.qr}>{data !== undefined && <img src={data} alt={label} />}</div>
}
