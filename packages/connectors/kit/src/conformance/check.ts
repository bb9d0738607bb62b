import type { StreamSpec } from '../contract/stream.ts'
import type { Bench, Subject } from './bench.ts'

/** What was wrong: both are the ends of sentences. */
export interface Finding {
  readonly expected: string
  readonly came: string
}

/** One promise of a connector. */
export interface Check<B = Bench> {
  /** What the connector does, as a sentence without its subject; each check has its own. */
  readonly name: string
  /** What an author does about it. */
  readonly fix: string
  /** Whether it is about the connector, each stream, each lookup, or each of these and `check`. */
  readonly of: 'connector' | 'stream' | 'lookup' | 'action'
  /** Streams that make no such promise are left out. */
  readonly applies?: (spec: StreamSpec) => boolean
  readonly run: (bench: B, subject: Subject) => Promise<Finding | undefined>
}

/** A stream whose cursor is kept from one pass to the next. */
export function isKept({ cursor, deletes }: StreamSpec): boolean {
  return cursor !== undefined && deletes !== 'absence'
}

/** The sentence that an author reads. */
export function sentenceOf(
  { name, fix }: Pick<Check, 'name' | 'fix'>,
  subject: Subject,
  finding: Finding,
): string {
  return `${subject.name}: "${name}" does not hold. Expected ${finding.expected}; came ${finding.came}. ${fix}`
}

/** The first finding of a list of readings, asked one after another. */
export async function firstOf<T>(
  items: Iterable<T>,
  judge: (item: T) => Promise<Finding | undefined>,
): Promise<Finding | undefined> {
  for (const item of items) {
    const finding = await judge(item)
    if (finding) return finding
  }
  return undefined
}
