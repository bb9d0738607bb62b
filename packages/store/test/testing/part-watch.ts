import { sql } from 'kysely'
import { openDialect } from '../../src/open-dialect.ts'
import { processParts } from '../../src/process-identity.ts'

/** A part of a split reading that is read now, and the number of the process that reads it. */
interface PartOfProcess {
  readonly part: number
  readonly process: number
}

/** Looks at the parts of split readings past the store. */
export interface PartWatch {
  held(): Promise<readonly PartOfProcess[]>
  /** Ends the leases of the parts of a process, as if their time were over. */
  endLeases(process: number): Promise<void>
  close(): Promise<void>
}

/** Watches the parts of a database whose tables there are. */
export async function watchParts(url: string): Promise<PartWatch> {
  const { reader, writer, close } = await openDialect(url)
  const owned = async () => {
    const { rows } = await sql<{ part: number; owner: string }>`select part, owner
      from stream_part where state = 'held'`.execute(reader)
    return rows.map(({ part, owner }) => ({
      ...{ part, owner },
      process: Number(processParts(owner).process),
    }))
  }
  return {
    held: async () => (await owned()).map(({ part, process }) => ({ part, process })),
    async endLeases(process) {
      for (const { owner } of (await owned()).filter((one) => one.process === process)) {
        await sql`update stream_part set expires_at = 0 where owner = ${owner}`.execute(writer)
      }
    },
    close: () => close(),
  }
}
