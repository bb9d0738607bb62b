import { isAppError } from '@cchc/domain'
import type { OpenedSource } from '../active-run.ts'
import { holdHeapGrowth } from '../heap-growth.ts'
import { createTrafficMeter } from '../traffic.ts'
import type { OpenedForParts, PartsReading } from './parts-reading.ts'
import { readPart } from './read-part.ts'

/**
 * Reads parts of a run that this process or another has begun, one after the other, as long as there is one for it; a part that
 * fails is kept with its failure. Returns how many were read to their end. Throws StoreError.
 */
export async function readParts(reading: PartsReading): Promise<number> {
  const { parts, sourceId: source, runId, connector, gate, now } = reading
  const ended = new AbortController()
  const signal = AbortSignal.any([reading.signal, ended.signal])
  const { version: connectorVersion } = connector
  const releaseMemory = holdHeapGrowth()
  let opened: OpenedForParts | undefined
  let count = 0
  try {
    while (!signal.aborted) {
      const part = await parts.claim({ source, runId, connectorVersion, gate })
      if (!part) break
      opened ??= opening(parts.open(signal, now, { of: part.atOnce, spent: part.requests }), now())
      if (!(await readPart({ ...reading, signal }, { part, opened }).catch(ifLost))) break
      count += 1
    }
    return count
  } finally {
    releaseMemory()
    ended.abort()
  }
}

/** Another process has the part before anything of it was read. */
function ifLost(thrown: unknown): false {
  if (!isAppError(thrown, 'run_conflict')) throw thrown
  return false
}

function opening(source: OpenedSource, beganAt: number): OpenedForParts {
  return { source, traffic: createTrafficMeter(source), beganAt }
}
