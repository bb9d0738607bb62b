import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { type Grid, hiddenGrids, tooManyCells } from './grid.ts'
import { sheetGrid } from './sheet-rows.ts'
import type { XlsAnswer } from './xls-worker.ts'

const PROGRAM = new URL(
  import.meta.url.endsWith('.ts') ? './xls-worker.ts' : './xls-worker.js',
  import.meta.url,
)
const LONGEST_MS = 120_000
const MOST_MEGABYTES = 1024

/**
 * Reads the visible sheets of a workbook of Excel 97-2003, or of the XML of 2003, in a thread of its own with limits on
 * memory and time. Throws TooLarge, or an Error for what is no workbook or takes too long.
 */
export async function xlsGrids(bytes: Uint8Array, most: number): Promise<readonly Grid[]> {
  const answer = await readApart(bytes, most)
  if ('tooMany' in answer) throw tooManyCells(most)
  if ('unreadable' in answer) throw new Error('there is no workbook')
  const { sheets, hidden, epoch } = answer
  const grids = sheets.map(({ name, content }) =>
    sheetGrid(content, { sheet: sheets.length > 1 ? name : null, epoch }),
  )
  return [...grids, ...hiddenGrids(hidden)]
}

async function readApart(bytes: Uint8Array, most: number): Promise<XlsAnswer> {
  const worker = new Worker(PROGRAM, {
    workerData: { bytes, most },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    stdout: true,
    stderr: true,
  })
  try {
    const [answer] = await once(worker, 'message', { signal: AbortSignal.timeout(LONGEST_MS) })
    return answer as XlsAnswer
  } catch {
    return { unreadable: true }
  } finally {
    await worker.terminate()
  }
}
