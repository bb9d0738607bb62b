import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type FigureMeasure, measureFigures } from './measure-figures.ts'
import { inScratchFolder, measureReader, withPortal } from './measure-syncs.ts'
import type { Portal } from './portal/main.ts'

/**
 * What questions take that read every dossier. With `--store FILE` the store is kept, so that another checkout can be
 * asked the same of the same file.
 */
const { values } = parseArgs({
  options: { dossiers: { type: 'string', default: '500000' }, store: { type: 'string' } },
})

/** The last instant of the simulated year. */
const NOW = 1_672_505_999_000

const measures = values.store ? await ofStore(values.store) : await inScratchFolder(ofFolder)
console.log(table(measures))

function ofFolder(folder: string): Promise<readonly FigureMeasure[]> {
  return ofStore(join(folder, 'figures.db'))
}

async function ofStore(file: string): Promise<readonly FigureMeasure[]> {
  const dossiers = Number(values.dossiers)
  const asked: Portal = { url: 'http://127.0.0.1:1', dossiers, since: '2021-09-01', now: NOW }
  if (!existsSync(file)) {
    await withPortal({ dossiers, formats: ['json'] }, (portal) =>
      measureReader('hub', { portal, format: 'json', file }),
    )
  }
  return measureFigures(file, asked)
}

function table(rows: readonly FigureMeasure[]): string {
  const lines = rows.map(({ what, seconds, cpuSeconds, digest }) =>
    [
      what.padEnd(30),
      seconds.toFixed(2).padStart(8),
      cpuSeconds.toFixed(2).padStart(8),
      digest,
    ].join(' '),
  )
  return [`${'question'.padEnd(30)}  seconds      cpu answer`, ...lines].join('\n')
}
