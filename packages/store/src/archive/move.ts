import { RunConflict, say } from '@cchc/domain'
import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect.ts'
import { lastCommitAt } from '../history/settle.ts'
import { openDialect } from '../open-dialect.ts'
import { migrate } from '../schema/migrate.ts'
import { withStoreErrors } from '../store-failure.ts'
import type { Tables } from '../tables.ts'
import type { ContentSums } from './content.ts'
import { replaceContent, requireNoRuns } from './replace-content.ts'

/** Where a store is to be from now on. */
export interface MoveRequest {
  readonly url: string
  readonly signal?: AbortSignal | undefined
}

/** What a move has copied, and into which database; the name holds no credentials. */
export interface Moved {
  readonly target: string
  readonly tables: ContentSums
}

/**
 * Copies all content into an empty database of any kind, whole or not at all, and leaves the original as it is. Throws
 * UsageError for a database that is not empty, RunConflict where a run lives or something was written meanwhile.
 */
export async function moveTo(from: Dialect, { url, signal }: MoveRequest): Promise<Moved> {
  const to = await openDialect(url)
  try {
    const tables = await withStoreErrors(to.explain, async () => {
      await migrate(to)
      return moveInto(to, { from, signal })
    })
    return { target: to.target, tables }
  } finally {
    await to.close()
  }
}

async function moveInto(
  to: Dialect,
  { from, signal }: { readonly from: Dialect; readonly signal: AbortSignal | undefined },
): Promise<ContentSums> {
  const snapshot = await from.openSnapshot()
  let isOpen = true
  const close = async () => {
    if (isOpen) await snapshot.close()
    isOpen = false
  }
  try {
    const before = await newestChange(snapshot.db)
    await requireNoRuns(from)
    return await replaceContent(to, {
      ...{ from: { dialect: from, db: snapshot.db }, overwrite: false, signal, close },
      async beforeCommit() {
        await requireNoRuns(from)
        if ((await newestChange(from.reader)) !== before) throw writtenMeanwhile(from.target)
      },
    })
  } finally {
    await close()
  }
}

/** Another text after every commit, every run that began, and every word of a person. */
async function newestChange(db: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{ run: number | null; dismissed: number | null }>`
    select (select max(id) from run) as run,
      (select max(dismissed_at) from quarantine) as dismissed`.execute(db)
  return JSON.stringify([await lastCommitAt(db), rows[0]])
}

function writtenMeanwhile(target: string): RunConflict {
  return new RunConflict(
    say('The database {target} was written to while it was copied; nothing was kept of the copy.', {
      target,
    }),
    { fix: say('Stop what syncs and enters, then run the same command again.') },
  )
}
