/** As much of it as the bench uses: it comes without types. */
declare module 'pouchdb-node' {
  export default class PouchDB {
    constructor(path: string)
    static replicate(
      from: PouchDB,
      to: PouchDB,
      options: { readonly batch_size: number },
    ): Promise<{ readonly ok: boolean }>
    bulkDocs(docs: readonly { readonly _id: string }[]): Promise<unknown>
    info(): Promise<{ readonly doc_count: number }>
    get(id: string): Promise<unknown>
    close(): Promise<void>
  }
}
