/** Why the server could not start. Words and remedies: `src/i18n/errors.ts`. */
export interface ServerProblem {
  readonly code:
    | 'bad_setting'
    | 'port_busy'
    | 'certificate_failed'
    | 'database_unreachable'
    | 'database_newer'
    | 'database_failed'
    | 'database_key_wrong'
    | 'database_key_missing'
    | 'database_key_refused'
    | 'database_not_encrypted'
    | 'server_running'
    | 'data_dir_failed'
    | 'storage_full'
    | 'upstream_unreachable'
    | 'upstream_refused'
  /** The part that only the program knows: a port, a path, the driver's own words. Never a secret. */
  readonly detail: string
}
