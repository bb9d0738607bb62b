import type { Generated } from 'kysely'

export interface AccessKeyTable {
  id: Generated<number>
  name: string
  digest: string
  /** A list of texts as JSON. */
  scopes: string
  /** Codes as JSON; null = bound to none. */
  organisations: string | null
  /** 1 = it is shown no small counts. */
  is_public: Generated<number>
  created_at: number
  created_by: string
  expires_at: number | null
  last_used_at: Generated<number | null>
  revoked_at: Generated<number | null>
  revoked_by: Generated<string | null>
}
