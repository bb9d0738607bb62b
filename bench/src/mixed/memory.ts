import { readFileSync } from 'node:fs'

/** Resident memory of a process at a moment. */
export interface Sample {
  readonly seconds: number
  readonly megabytes: number
}

/** How memory went over the second half of the samples. */
export interface MemoryCourse {
  readonly largest: number
  readonly mean: number
  /** By least squares. */
  readonly megabytesPerHour: number
}

/** Resident memory of a process in MB, as Linux tells it. */
export function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024
}

/** What the samples of the second half of the time say; the first is for filling caches. */
export function courseOf(samples: readonly Sample[]): MemoryCourse {
  const half = samples.slice(Math.floor(samples.length / 2))
  const mean = meanOf(half.map(({ megabytes }) => megabytes))
  const middle = meanOf(half.map(({ seconds }) => seconds))
  const sum = (of: (sample: Sample) => number) => half.reduce((all, one) => all + of(one), 0)
  const spread = sum(({ seconds }) => (seconds - middle) ** 2)
  const shared = sum(({ seconds, megabytes }) => (seconds - middle) * (megabytes - mean))
  return {
    largest: Math.max(...half.map(({ megabytes }) => megabytes)),
    mean,
    megabytesPerHour: spread === 0 ? 0 : (shared / spread) * 3600,
  }
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length
}
