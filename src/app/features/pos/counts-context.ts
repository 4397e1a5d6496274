import { createContext } from 'react'

/**
 * How many of each menu item are on the order and not sent. Beside the props, so that a tap paints the grid's
 * counts without the search field and the categories around it.
 */
export const CountsContext = createContext<ReadonlyMap<string, number>>(new Map())
