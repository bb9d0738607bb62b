import type { BackupRequest } from './back-up.ts'

/** What is put in, and whose keys of the gateway are good afterwards. */
export interface RestoreRequest extends BackupRequest {
  /** Every key that the archive brings is revoked by this person in the same transaction; absent = none is. */
  readonly keysRevokedBy?: string | undefined
}
