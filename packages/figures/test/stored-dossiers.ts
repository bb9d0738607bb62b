import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Dossier } from '@cchc/domain'
import { openStore, type Store } from '@cchc/store'
import { afterAll } from 'vitest'

/** Databases of the test file's own, one for each call; all are gone afterwards. */
export function storedDossiers(): (batches: readonly (readonly Dossier[])[]) => Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-stored-'))
  let databases = 0
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return (batches) => {
    databases += 1
    return commit(`sqlite:${join(folder, `${databases}.db`)}`, batches)
  }
}

async function commit(url: string, batches: readonly (readonly Dossier[])[]): Promise<Store> {
  const store = await openStore({ url })
  const writer = await store.beginRun({
    source: 'one-stop',
    connector: 'test',
    connectorVersion: '1.0.0',
    trigger: 'manual',
  })
  for (const records of batches) {
    await writer.commit({
      source: 'one-stop',
      stream: 'dossiers',
      cursor: null,
      pages: 1,
      refusals: [],
      traffic: { requests: 0, retries: 0, bytes: 0 },
      content: { entity: 'dossier', records },
    })
  }
  await writer.completePass('dossiers', { cursor: null, acceptRemovals: false })
  await writer.finish({ status: 'done', error: null })
  return store
}
