import { type Message, RunConflict, SnapshotSuspicious, say } from '@cchc/domain'
import type {
  Batch,
  KeptShape,
  PassEnd,
  QuarantinedRecord,
  Refusal,
  Run,
  RunCounts,
  RunRequest,
  RunWriter,
  StreamDrift,
  StreamReach,
  StreamState,
} from '@cchc/store'
import type { RunSettings } from '../src/index.ts'

const ZERO: RunCounts = {
  pages: 0,
  fetched: 0,
  new: 0,
  changed: 0,
  unchanged: 0,
  outdated: 0,
  removed: 0,
  refused: 0,
  dismissed: 0,
  requests: 0,
  retries: 0,
  bytes: 0,
}

type RunStore = RunSettings['store']

/** So few, that tests with three meet a second slice. */
const SLICE = 2

interface StreamContent {
  cursor: unknown
  cursorVersion: number | undefined
  records: Map<string, unknown>
  staged: Map<string, unknown>
  refusals: Refusal[]
  completed: number
}

/** What tests need of a store, kept in memory, with the doors at which a test can interfere. */
export class MemoryStore implements RunStore {
  readonly streams = new Map<string, StreamContent>()
  readonly batches: Batch[] = []
  readonly resets: string[] = []
  readonly begun: ({ readonly stream: string } & StreamReach)[] = []
  notes: Message[] = []
  warnings: Message[] = []
  missing: readonly string[] = []
  readonly shapes = new Map<string, KeptShape>()
  drift: StreamDrift[] = []
  /** How passes ended, in order. */
  readonly ends: PassEnd[] = []
  otherSources: readonly StreamState[] = []
  heartbeats = 0
  committedAt = 0
  beforeCommit: (batch: Batch) => Promise<void> = () => Promise.resolve()
  beforeFinish: () => Promise<void> = () => Promise.resolve()
  onHeartbeat: () => void = () => undefined
  #holder: string | null = null
  #runs = 0

  /** How often sums were to be kept. */
  rolledUp = 0

  async rollUp(): Promise<void> {
    this.rolledUp += 1
  }

  beginRun(request: RunRequest): Promise<RunWriter> {
    if (this.#holder) return Promise.reject(new RunConflict(say('another run holds the source')))
    this.#runs += 1
    this.#holder = `run-${this.#runs}`
    this.notes = []
    this.warnings = []
    this.drift = []
    return Promise.resolve(this.#writer(request, this.#holder))
  }

  listStreams(): Promise<readonly StreamState[]> {
    const known = [...this.streams].filter(
      ([, { completed, records }]) => completed + records.size > 0,
    )
    const states = known.map(([stream, { records, cursor }]) => ({
      source: 'test',
      stream,
      cursor,
      records: records.size,
      quarantined: 0,
      missing: 0,
      completedAt: null,
      committedAt: null,
    }))
    return Promise.resolve([...this.otherSources, ...states])
  }

  lastCommitAt(): Promise<number> {
    return Promise.resolve(this.committedAt)
  }

  listQuarantine({ source, after }: { source?: string; after?: string } = {}) {
    const all: QuarantinedRecord[] = [...this.streams].flatMap(([stream, { refusals }]) =>
      refusals.map((refusal, index) => ({
        ...refusal,
        id: `${stream}-${index}`,
        source: 'test',
        stream,
        firstRunId: 'run-1',
        lastRunId: 'run-1',
        firstSeenAt: 0,
        lastSeenAt: 0,
        timesSeen: 1,
        resolvedAt: null,
        dismissal: null,
      })),
    )
    if (source !== 'test') return Promise.reject(new Error('only one source was filled'))
    const start = all.findIndex(({ id }) => id === after) + 1
    const items = all.slice(start, start + SLICE)
    const next = start + SLICE < all.length ? (items.at(-1)?.id ?? null) : null
    return Promise.resolve({ items, next })
  }

  content(stream: string): StreamContent {
    const known = this.streams.get(stream)
    if (known) return known
    const created: StreamContent = {
      cursor: null,
      cursorVersion: undefined,
      records: new Map(),
      staged: new Map(),
      refusals: [],
      completed: 0,
    }
    this.streams.set(stream, created)
    return created
  }

  loseLease(): void {
    this.#holder = null
  }

  #writer(request: RunRequest, runId: string): RunWriter {
    const guard = () => {
      if (this.#holder !== runId) throw new RunConflict(say('the lease was lost'))
    }
    return {
      runId,
      position: async (stream) => {
        const { cursor, cursorVersion: version = 1 } = this.content(stream)
        return cursor === null ? undefined : { cursor, version }
      },
      commit: async (batch) => {
        await this.beforeCommit(batch)
        guard()
        return this.#apply(batch)
      },
      completePass: async (stream, options) => {
        guard()
        return this.#complete(stream, options)
      },
      beginPass: async (stream, reach) => {
        guard()
        this.begun.push({ stream, ...reach })
      },
      listMissing: async () => [...this.missing],
      shape: async (stream) => this.shapes.get(stream),
      keepShape: async (stream, { drift = [], ...kept }) => {
        guard()
        this.shapes.set(stream, structuredClone(kept))
        this.drift.push(...drift.map((one) => ({ stream, ...one })))
      },
      reset: async (stream) => {
        guard()
        this.resets.push(stream)
        Object.assign(this.content(stream), { cursor: null, staged: new Map() })
      },
      split: async () => undefined,
      beginSplit: () => Promise.reject(new Error('nothing is split here')),
      takeSplit: () => Promise.reject(new Error('nothing is split here')),
      parts: () => Promise.reject(new Error('nothing is split here')),
      endSplit: () => Promise.reject(new Error('nothing is split here')),
      heartbeat: async () => {
        this.heartbeats += 1
        this.onHeartbeat()
        guard()
      },
      note: async (message) => {
        this.notes.push(message)
      },
      warn: async (message) => {
        this.warnings.push(message)
      },
      finish: async (outcome) => {
        await this.beforeFinish()
        guard()
        this.#holder = null
        return this.#run(request, { id: runId, ...outcome })
      },
    }
  }

  #apply(batch: Batch): RunCounts {
    this.batches.push(structuredClone(batch))
    const content = this.content(batch.stream)
    const staged = batch.content.entity !== 'dossier' && batch.content.mode === 'staged'
    const target = staged ? content.staged : content.records
    for (const record of batch.content.records) {
      target.set('key' in record ? record.key : record.code, record)
    }
    content.cursor = batch.cursor ?? null
    content.cursorVersion = batch.cursorVersion
    content.refusals.push(...batch.refusals)
    return { ...ZERO, fetched: batch.content.records.length, refused: batch.refusals.length }
  }

  #complete(stream: string, end: PassEnd): RunCounts {
    const { cursor, acceptRemovals, limited } = end
    this.ends.push(end)
    const content = this.content(stream)
    const wasStaged = this.batches.some(
      (batch) =>
        batch.stream === stream &&
        batch.content.entity !== 'dossier' &&
        batch.content.mode === 'staged',
    )
    if (wasStaged) {
      if (!acceptRemovals && content.staged.size * 2 < content.records.size) {
        throw new SnapshotSuspicious(say('the snapshot is much smaller than the one before'))
      }
      content.records = content.staged
      content.staged = new Map()
    }
    content.cursor = cursor ?? null
    content.cursorVersion = end.cursorVersion
    if (!limited) content.completed += 1
    return ZERO
  }

  #run(request: RunRequest, ended: { id: string } & Parameters<RunWriter['finish']>[0]): Run {
    return {
      ...request,
      ...ended,
      startedAt: 0,
      finishedAt: 0,
      counts: ZERO,
      streams: {},
      notes: this.notes,
      warnings: this.warnings,
      failures: ended.failures ?? [],
      drift: this.drift,
      parts: {},
    }
  }
}
