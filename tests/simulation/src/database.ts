import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '@cchc/store'
import { startPostgres } from '@cchc/store/testing'

export const DATABASE_KINDS = ['sqlite-memory', 'sqlite-file', 'postgres'] as const
export type DatabaseKind = (typeof DATABASE_KINDS)[number]

/** Gives empty databases of one kind with all tables in them. */
export interface Databases {
  /** How this database says that it cannot write or read. */
  readonly failures: readonly string[]
  fresh(): Promise<{ readonly url: string; remove(): void }>
  close(): Promise<void>
}

/** `sqlite-memory` = files on a file system in memory, where there is one: several processes open the same database. */
export async function openDatabases(kind: DatabaseKind): Promise<Databases> {
  if (kind === 'postgres') return postgresDatabases()
  return sqliteDatabases(kind === 'sqlite-memory' && existsSync(MEMORY) ? MEMORY : tmpdir())
}

const MEMORY = '/dev/shm'

/** Tables are made once and then copied. */
async function sqliteDatabases(parent: string): Promise<Databases> {
  const folder = mkdtempSync(join(parent, 'cchc-simulation-'))
  const template = join(folder, 'template.db')
  await (await openStore({ url: `sqlite:${template}` })).close()
  let made = 0
  return {
    failures: ['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_IOERR_READ'],
    async fresh() {
      made += 1
      const path = join(folder, `${made}.db`)
      copyFileSync(template, path)
      const remove = () => {
        for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true })
      }
      return { url: `sqlite:${path}`, remove }
    },
    close: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

async function postgresDatabases(): Promise<Databases> {
  const server = await startPostgres()
  return {
    failures: ['53100', '58030', '57P01'],
    fresh: async () => ({ url: await server.url('simulation'), remove: () => undefined }),
    close: () => server.stop(),
  }
}
