import { useAsk } from '#app/data/use-ask.ts'

const NONE: readonly number[] = []

/** The shares of tip this store offers; none until they are known, as a tip can always be typed. [PAY18] */
export function useTipPercents(): readonly number[] {
  return useAsk('paying', null).data?.tipPercents ?? NONE
}
