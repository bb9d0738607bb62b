import type { OpenedSource, Traffic } from './active-run.ts'

/** Tells what went over the line since it was last asked, so that each commit accounts for its own share. */
export function createTrafficMeter(source: Pick<OpenedSource, 'traffic'>): () => Traffic {
  let told: Traffic = { requests: 0, retries: 0, bytes: 0 }
  return () => {
    const total = source.traffic()
    const since = {
      requests: total.requests - told.requests,
      retries: total.retries - told.retries,
      bytes: total.bytes - told.bytes,
    }
    told = total
    return since
  }
}
