import type { OpenStream, Page, StreamSpec } from '@cchc/connector-kit'
import { type Dossier, type DossierCount, isAhead, lacksEnd, tt01 } from '@cchc/domain'
import type { Batch, CatalogueRecord, Refusal, RunWriter } from '@cchc/store'
import { EqualRefusals } from './drift/equal-refusals.ts'
import type { ShapeWatch } from './drift/shape-watch.ts'
import { type Came, SeenDossiers } from './seen-dossiers.ts'
import { StatedFaults } from './stated-faults.ts'
import { createValidator } from './validate-records.ts'

/** When buffered pages are committed: at so many rows, or so long after the first of them arrived. */
export interface CommitLimits {
  readonly rows: number
  readonly milliseconds: number
}

export const COMMIT_LIMITS: CommitLimits = { rows: 10_000, milliseconds: 2_000 }

export interface CommitLaneOptions {
  readonly writer: Pick<RunWriter, 'commit'>
  readonly source: string
  readonly stream: string
  readonly spec: StreamSpec
  readonly mode: 'staged' | 'upsert'
  readonly cursor: unknown
  /** Of the cursors of pages; 1 unless told. */
  readonly cursorVersion?: number | undefined
  readonly limits: CommitLimits
  readonly now: () => number
  /** Whether a position names an instant that has not come; it is not stored. None does unless told. */
  readonly isBeyondClocks?: (position: unknown) => boolean
  /** By how much the portal's clock lies behind that of this machine. */
  readonly portalBehindMs: () => number
  /** By how much it lies ahead of it; 0 unless told. */
  readonly portalAheadMs?: () => number
  /** What HTTP did since it was last asked. */
  readonly traffic: () => Batch['traffic']
  /** `refused` = those of the pass that nobody dismissed. */
  readonly onCommitted: (committed: { readonly fetched: number; readonly refused: number }) => void
  /** Looks at the rows of records before anything is stored of them. */
  readonly shape?: ShapeWatch | undefined
  /** Told of the cursor of each commit; a throw counts as a commit that failed, though its data stays. */
  readonly acknowledge?: OpenStream['committed'] | undefined
  /** A commit failed while pages were being read. */
  readonly onFailed: (failure: unknown) => void
}

interface Buffer {
  readonly records: unknown[]
  readonly refusals: Refusal[]
  readonly removed: string[]
  readonly whole: NonNullable<Batch['whole']>[number][]
  readonly since: number
  pages: number
}

/**
 * Carries the pages of one stream to the store: whole pages only, in order, each with its cursor. While one batch is
 * being written the next may fill; a third waits, so that memory holds two batches whatever the source's size.
 */
export class CommitLane {
  readonly #options: CommitLaneOptions
  readonly #validate: ReturnType<typeof createValidator>
  readonly #seen = new SeenDossiers()
  /** Rows of this pass that state what cannot be. */
  readonly statedFaults = new StatedFaults()
  /** Refusals of this pass by their reason. */
  readonly refusals = new EqualRefusals()
  #buffer: Buffer
  #writing: Promise<void> = Promise.resolve()
  #position: unknown
  #held: Page['held']
  #fetched = 0
  #versionsAhead = 0
  #endless = 0

  constructor(options: CommitLaneOptions) {
    this.#options = options
    this.#validate = createValidator(options.spec, options.now)
    this.#position = options.cursor
    this.#buffer = this.#emptyBuffer()
  }

  /** The cursor that covers every page added so far. */
  get position(): unknown {
    return this.#position
  }

  get isBeyondClocks(): boolean {
    return this.#options.isBeyondClocks?.(this.#position) ?? false
  }

  /** What is stored of the position: nothing where it is not believed, so that the next pass reads from the beginning. */
  get cursor(): unknown {
    return this.isBeyondClocks ? undefined : this.#position
  }

  /** All that the source holds, as the last page said that did. */
  get held(): Page['held'] {
    return this.#held
  }

  /** Records of this pass so far, refused ones included. */
  get fetched(): number {
    return this.#fetched
  }

  /** Dossiers of this pass whose version lies ahead of the clock; the store does not believe it. */
  get versionsAhead(): number {
    return this.#versionsAhead
  }

  /** Dossiers of this pass that are over and have no end by the rule of reports. */
  get endless(): number {
    return this.#endless
  }

  async add(page: Pick<Page, 'records' | 'cursor' | 'removed' | 'whole' | 'held'>): Promise<void> {
    const records = this.#options.shape?.take(page.records) ?? page.records
    if (this.#buffer.pages === 0) this.#buffer = this.#emptyBuffer()
    const { accepted, refusals } = this.#validate(records)
    this.refusals.add(refusals)
    for (const record of accepted) this.#buffer.records.push(record)
    for (const refusal of refusals) this.#buffer.refusals.push(refusal)
    this.#noteRemovals(page, { accepted, refusals })
    if (this.#options.spec.entity === 'dossier') {
      const now = this.#options.now()
      const dossiers = accepted as readonly Dossier[]
      this.#versionsAhead += dossiers.filter(({ version }) => isAhead(version, now)).length
      this.#endless += dossiers.filter((one) => lacksEnd(tt01, one)).length
    }
    if (this.#options.spec.entity === 'dossier-count') {
      this.statedFaults.add(accepted as readonly DossierCount[])
    }
    this.#buffer.pages += 1
    this.#fetched += page.records.length
    this.#position = page.cursor
    this.#held = page.held ?? this.#held
    if (this.#isDue()) await this.#commit()
  }

  /** What pages say of removals counts only where the stream declares it. */
  #noteRemovals({ removed = [], whole }: Pick<Page, 'removed' | 'whole'>, came: Came): void {
    const { entity, deletes, key } = this.#options.spec
    if (deletes !== 'pages') return
    for (const one of removed) this.#buffer.removed.push(keyOf(one, key))
    if (entity !== 'dossier') return
    this.#seen.add(came)
    if (whole) this.#buffer.whole.push(...this.#seen.of(whole))
  }

  /** Commits what is buffered, and the traffic that no commit has told yet; throws when a commit failed. */
  async flush(): Promise<void> {
    await this.#commit()
    await this.#writing
  }

  #isDue(): boolean {
    const { limits, now } = this.#options
    const rows = this.#buffer.records.length + this.#buffer.refusals.length
    // What comes after a removal may be the same record again.
    if (this.#buffer.removed.length > 0) return true
    return rows >= limits.rows || now() - this.#buffer.since >= limits.milliseconds
  }

  async #commit(): Promise<void> {
    const position = this.#position
    const batch = this.#take()
    await this.#writing
    if (isEmpty(batch)) return
    this.#writing = this.#write({ batch, position, fetched: this.#fetched })
    this.#writing.catch(this.#options.onFailed)
  }

  async #write({ batch, position, fetched }: Writing): Promise<void> {
    const { writer, onCommitted, acknowledge } = this.#options
    const { refused, dismissed } = await writer.commit(batch)
    onCommitted({ fetched, refused: refused - dismissed })
    if (batch.pages > 0) await acknowledge?.(position as undefined)
  }

  #take(): Batch {
    const { source, stream, spec, cursorVersion, traffic } = this.#options
    const { records, since: _, ...rest } = this.#buffer
    this.#buffer = this.#emptyBuffer()
    const content = contentOf(this.#options, records)
    const keyFields = spec.key
    const { portalBehindMs, portalAheadMs } = this.#options
    const clocks = { portalBehindMs: portalBehindMs(), portalAheadMs: portalAheadMs?.() ?? 0 }
    const told = { traffic: traffic(), ...clocks }
    const place = { source, stream, cursor: this.cursor, cursorVersion }
    return { ...place, ...rest, keyFields, ...told, content }
  }

  #emptyBuffer(): Buffer {
    const { now } = this.#options
    return { records: [], refusals: [], removed: [], whole: [], pages: 0, since: now() }
  }
}

interface Writing {
  readonly batch: Batch
  /** That of the last page in it, whether it is kept or not. */
  readonly position: unknown
  readonly fetched: number
}

function isEmpty({ pages, traffic }: Batch): boolean {
  return pages === 0 && traffic.requests + traffic.retries + traffic.bytes === 0
}

function contentOf(
  { spec, mode }: Pick<CommitLaneOptions, 'spec' | 'mode'>,
  records: readonly unknown[],
): Batch['content'] {
  if (spec.entity === 'dossier') {
    const { entity, lastingId = false } = spec
    const dossiers = records as readonly Dossier[]
    const isStated = !lastingId && dossiers.some((one) => one.lastingId !== undefined)
    return { entity, records: isStated ? dossiers.map(withoutLastingId) : dossiers }
  }
  const { entity, key } = spec
  const keyed = records.map((record) => catalogueRecord(record as CatalogueRecord['value'], key))
  return { entity, records: keyed, mode }
}

/** An id that the stream does not declare to last tells nothing. */
function withoutLastingId({ lastingId: _, ...dossier }: Dossier): Dossier {
  return dossier
}

function keyOf(value: CatalogueRecord['value'], key: readonly string[]): string {
  return key.map((name) => String(value[name] ?? '')).join('|')
}

function catalogueRecord(value: CatalogueRecord['value'], key: readonly string[]): CatalogueRecord {
  return { key: keyOf(value, key), value }
}
