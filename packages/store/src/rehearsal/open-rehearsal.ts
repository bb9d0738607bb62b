import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Dialect } from '../dialect.ts'
import { lastCommitAt } from '../history/settle.ts'
import { requireNoRun } from '../lease.ts'
import { openDialect } from '../open-dialect.ts'
import type { Batch, RunWriter } from '../run.ts'
import type { Store } from '../store.ts'
import { storeWith, withChanged } from '../store-with.ts'
import { type DossierCopier, dossierCopier } from './copied-dossiers.ts'
import { copySource } from './copied-source.ts'

interface Rehearsed {
  readonly source: string
  /** Makes a store on an empty database. */
  open(scratch: Dialect): Promise<Store>
}

/**
 * A copy of what a run of one source reads, in a file of its own below the folder for temporary files: dossiers come there
 * as batches name them, so that what is copied is what a run touches. Its `close` removes it.
 */
export async function openRehearsal(dialect: Dialect, { source, open }: Rehearsed): Promise<Store> {
  await requireNoRun(dialect, source)
  const folder = await mkdtemp(join(tmpdir(), 'cchc-dry-run-'))
  let store: Store | undefined
  const close = async () => {
    await store?.close()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const scratch = await openDialect(`sqlite:${join(folder, 'copy.db')}`)
    const copy = await open(scratch)
    store = copy
    await copySource({ from: dialect, to: scratch, source })
    const copier = dossierCopier({ from: dialect, to: scratch, source })
    await copier.byCode(await missingCodes(scratch))
    return storeWith(copy, {
      close,
      beginRun: async (request) => copyingWriter(await copy.beginRun(request), copier),
      lastCommitAt: () => lastCommitAt(dialect.reader),
    })
  } catch (failure) {
    await close()
    throw failure
  }
}

async function missingCodes({ reader }: Pick<Dialect, 'reader'>): Promise<string[]> {
  const rows = await reader.selectFrom('missing_dossier').select('code').execute()
  return rows.map(({ code }) => code)
}

/** Before each commit the dossiers come that it may find. */
function copyingWriter(writer: RunWriter, copier: DossierCopier): RunWriter {
  return withChanged(writer, {
    async commit(batch) {
      if (batch.content.entity === 'dossier') await bring(batch, batch.content.records, copier)
      return writer.commit(batch)
    },
  })
}

type Dossiers = Extract<Batch['content'], { readonly entity: 'dossier' }>['records']

async function bring(
  { removed = [], whole = [] }: Batch,
  records: Dossiers,
  copier: DossierCopier,
): Promise<void> {
  await copier.byCode([...records.map(({ code }) => code), ...removed])
  await copier.byLastingId(records.flatMap(({ lastingId }) => lastingId ?? []))
  for (const days of whole) await copier.byDays(days)
}
