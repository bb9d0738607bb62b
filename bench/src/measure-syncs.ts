import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runChild, startChild } from './child.ts'
import type { SyncMeasure } from './measure-sync.ts'
import type { Portal } from './portal/main.ts'
import type { Format } from './portal/record-pool.ts'

/** The floor and the hub, run one right after the other. */
export interface Pair {
  readonly floor: SyncMeasure
  readonly hub: SyncMeasure
}

/** A folder that is gone afterwards. */
export async function inScratchFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Serves `dossiers` pre-rendered dossiers while the work lasts. */
export async function withPortal<T>(
  { dossiers, formats }: { readonly dossiers: number; readonly formats: readonly Format[] },
  work: (portal: Portal) => Promise<T>,
): Promise<T> {
  const args = ['--dossiers', String(dossiers), '--formats', formats.join(',')]
  const portal = await startChild<Portal>('portal/main.ts', args)
  try {
    return await work(portal.answer)
  } finally {
    await portal.stop()
  }
}

interface Job {
  readonly portal: Portal
  readonly format: Format
  readonly file: string
}

/** One reading of everything, into a new file, in a process of its own. */
export async function measureReader(reader: 'floor' | 'hub', job: Job): Promise<SyncMeasure> {
  const measure = await runChild<SyncMeasure>('measure-sync.ts', [
    '--reader',
    reader,
    '--job',
    JSON.stringify(job),
  ])
  if (measure.records === job.portal.dossiers) return measure
  throw new Error(`the ${reader} read ${measure.records} of ${job.portal.dossiers} dossiers`)
}

/** Floor and hub in turn, `rounds` times, so that a busy moment of the machine meets both. */
export function measurePairs(options: {
  readonly portal: Portal
  readonly format: Format
  readonly rounds: number
}): Promise<readonly Pair[]> {
  const { portal, format, rounds } = options
  return inScratchFolder(async (folder) => {
    const pairs: Pair[] = []
    for (let round = 0; round < rounds; round += 1) {
      const job = (reader: string) => ({
        portal,
        format,
        file: join(folder, `${format}-${reader}-${round}.db`),
      })
      const floor = await measureReader('floor', job('floor'))
      const hub = await measureReader('hub', job('hub'))
      pairs.push({ floor, hub })
    }
    return pairs
  })
}
