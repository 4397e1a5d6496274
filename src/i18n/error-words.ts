/** What happened and what to do, in plain words. */
export interface ErrorWords {
  readonly message: string
  readonly remedy: string
}
