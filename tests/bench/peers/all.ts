import type { OpenPeer } from './peer.ts'

interface PeerEntry {
  readonly label: string
  /** Whether the second replica is on the disk when the sync is done. */
  readonly persists: boolean
  readonly load: () => Promise<OpenPeer>
}

/** Loaded one by one: of the others nothing lies in the process that is measured. */
export const PEERS: { readonly [name: string]: PeerEntry } = {
  comanda: {
    label: 'Comanda',
    persists: true,
    load: async () => (await import('./comanda.ts')).openComanda,
  },
  tinybase: {
    label: 'TinyBase 10.0.1',
    persists: false,
    load: async () => (await import('./tinybase.ts')).openTinyBase,
  },
  automerge: {
    label: 'Automerge 3.5.0',
    persists: false,
    load: async () => (await import('./automerge.ts')).openAutomerge,
  },
  yjs: { label: 'Yjs 13.6.33', persists: false, load: async () => (await import('./yjs.ts')).openYjs },
  pouchdb: {
    label: 'PouchDB 9.0.0 on LevelDB',
    persists: true,
    load: async () => (await import('./pouchdb.ts')).openPouchDb,
  },
}
