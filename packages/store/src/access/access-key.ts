/** A key as it is given out: what it is called, what it may, and for whom. */
export interface NewAccessKey {
  readonly name: string
  /** Of the secret, SHA-256 in hexadecimal; the secret itself is nowhere. */
  readonly digest: string
  readonly scopes: readonly string[]
  /** Codes of organisations to which it is bound, each with everything below it; null = to none. */
  readonly organisations: readonly string[] | null
  /** It is shown no small counts. */
  readonly isPublic: boolean
  readonly createdBy: string
  /** Epoch ms from which it is good no more; null = never. */
  readonly expiresAt: number | null
}

/** A key as it is kept; instants are epoch ms. */
export interface AccessKey extends NewAccessKey {
  readonly id: string
  readonly createdAt: number
  /** To the minute; null = never. */
  readonly lastUsedAt: number | null
  readonly revokedAt: number | null
  readonly revokedBy: string | null
}

/** The part of a store that keeps who may ask over HTTP. Keys are never deleted. */
export interface AccessStore {
  createAccessKey(key: NewAccessKey): Promise<AccessKey>
  /** All of them, also those that are good no more, in the order in which they were made. */
  listAccessKeys(): Promise<readonly AccessKey[]>
  /** Whether any key was ever made. */
  hasAccessKeys(): Promise<boolean>
  findAccessKey(id: string): Promise<AccessKey | undefined>
  /** Throws NotFoundError for an unknown id, UsageError where it is revoked already. */
  revokeAccessKey(id: string, by: string): Promise<AccessKey>
  /** Keeps that a key was used; does nothing where that is known of the last minute. */
  noteAccessKeyUse(key: Pick<AccessKey, 'id' | 'lastUsedAt'>): Promise<void>
}
