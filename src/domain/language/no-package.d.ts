/** Where the name of any package leads in the domain. It has none: they bring clocks and chance of their own. */
export type None = never
