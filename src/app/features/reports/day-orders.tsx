import type { ReactNode } from 'react'
import { useSession } from '#app/data/session-context.ts'
import { useAsk } from '#app/data/use-ask.ts'
import type { BusinessDate } from '#domain/day/business-date.ts'
import { OrderList } from './order-list.tsx'
import classes from './reports-screen.module.css'

/** Every order of one day, with those a person must look at. */
export function DayOrders({ date }: { readonly date: BusinessDate }): ReactNode {
  const { token } = useSession()
  const { data } = useAsk('day', { token, date }, { enabled: token !== '' })
  if (data?.ok !== true || data.value.orders.length === 0) return null
  return (
    <div className={classes.panel}>
      <OrderList orders={data.value.orders} />
    </div>
  )
}
