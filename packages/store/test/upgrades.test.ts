import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openArchive, sealArchive } from '../src/archive/archive-file.ts'
import { CONTENT_TABLES } from '../src/archive/content.ts'
import { readContent } from '../src/archive/copy-content.ts'
import type { Dialect } from '../src/dialect.ts'
import { openStore, type Store } from '../src/index.ts'
import { openDialect } from '../src/open-dialect.ts'
import { migrate, STEP_NAMES } from '../src/schema/migrate.ts'
import {
  batch,
  catalogueBatch,
  dossier,
  dossiers,
  FIRST_DAY,
  procedures,
} from './suite/dossiers.ts'
import { begin, finish } from './suite/fixture.ts'
import { type PostgresServer, startPostgres } from './testing/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'cchc-upgrades-'))
const present = `sqlite:${join(folder, 'present.db')}`
let server: PostgresServer
let figures: Awaited<ReturnType<typeof figuresOf>>

beforeAll(async () => {
  server = await startPostgres()
  const store = await openStore({ url: present })
  const run = await begin(store)
  await run.commit(batch(dossiers(5)))
  await run.commit(batch([dossier('D000001', { version: 2, status: 'withdrawn' })]))
  await run.commit(catalogueBatch(procedures('A', 'B'), 'upsert'))
  await finish(run)
  figures = await figuresOf(store)
  await store.close()
})
afterAll(async () => {
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** What people are told: by day, by dossier, of the catalogue, of the runs. */
async function figuresOf(store: Store) {
  const days = { from: FIRST_DAY - 1000, to: FIRST_DAY + 1000 }
  const found = []
  for await (const some of store.scanDossiers(days)) found.push(...some)
  return {
    ledger: await store.ledger({ ...days, byDay: true }),
    dossiers: found.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    records: await store.listRecords('procedure'),
    runs: (await store.listRuns()).items,
  }
}

/** Of which figures a version has kept what they rest on. */
const KEPT_SINCE = { runs: 1, ledger: 2, dossiers: 2, records: 3 }

function keptBy(version: number, all: typeof figures) {
  const kept = Object.entries(KEPT_SINCE).filter(([, since]) => since <= version)
  return Object.fromEntries(kept.map(([name]) => [name, all[name as keyof typeof all]]))
}

/** A database as a version left it: made by its steps, with what its tables can hold of the present one. */
async function leftBy(version: number, url: string): Promise<void> {
  const [from, to] = [await openDialect(present), await openDialect(url)]
  try {
    await migrate(to, STEP_NAMES[version - 1])
    for (const { name, columns } of await to.reader.introspection.getTables()) {
      if (!CONTENT_TABLES.some((table) => table === name)) continue
      await copyColumns(from, { to, table: name, columns: columns.map((one) => one.name) })
    }
    await to.writer.transaction().execute((transaction) => to.copying.continueSerials(transaction))
  } finally {
    await from.close()
    await to.close()
  }
}

async function copyColumns(
  from: Dialect,
  {
    to,
    table,
    columns,
  }: { readonly to: Dialect; readonly table: string; readonly columns: readonly string[] },
): Promise<void> {
  for await (const rows of from.copying.scan(from.reader, table)) {
    const known = rows.map((row) =>
      Object.fromEntries(columns.map((column) => [column, row[column] ?? null])),
    )
    await to.writer
      .transaction()
      .execute((transaction) => to.copying.insert(transaction, table, known))
  }
}

const VERSIONS = STEP_NAMES.map((name, index) => ({ name, version: index + 1 }))

describe.each(['SQLite', 'PostgreSQL'])('a %s store', (kind) => {
  test.each(VERSIONS)(
    'as $name left it gives the same figures, and is synced on',
    async ({ version }) => {
      const url =
        kind === 'SQLite'
          ? `sqlite:${join(folder, `${version}.db`)}`
          : await server.url('cchc_upgrade')
      await leftBy(version, url)
      const store = await openStore({ url })
      try {
        expect(keptBy(version, await figuresOf(store))).toEqual(keptBy(version, figures))
        const run = await begin(store)
        expect(run.runId).toBe('2')
        expect(await run.commit(batch([dossier('NEW')]))).toMatchObject({ new: 1 })
      } finally {
        await store.close()
      }
    },
  )
})

test.each(VERSIONS)(
  'an archive of $name is restored with the same figures',
  async ({ version }) => {
    const file = join(folder, `${version}.cchc`)
    await leftBy(version, `sqlite:${file}`)
    const left = await openDialect(`sqlite:${file}`)
    const there = (await left.reader.introspection.getTables()).map(({ name }) => name)
    const names = CONTENT_TABLES.filter((table) => there.includes(table))
    const tables = await readContent({ dialect: left, db: left.reader }, { tables: names })
    await left.close()
    const steps = STEP_NAMES.slice(0, version)
    sealArchive(file, { madeAt: 0, hubVersion: '0.0.1', steps, tables })
    const store = await openStore({ url: `sqlite:${join(folder, `restored-${version}.db`)}` })
    try {
      await store.restore({ file })
      expect(keptBy(version, await figuresOf(store))).toEqual(keptBy(version, figures))
    } finally {
      await store.close()
    }
    const archive = openArchive(file)
    expect(archive.facts.steps).toEqual(steps)
    await archive.close()
  },
)
