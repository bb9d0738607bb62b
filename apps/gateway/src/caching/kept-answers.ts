/** An answer as it was sent. */
export interface KeptAnswer {
  readonly version: string
  readonly etag: string
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Answers by what was asked, up to so many bytes; those not asked for longest go first. */
export class KeptAnswers {
  readonly #most: number
  readonly #kept = new Map<string, KeptAnswer>()
  #bytes = 0

  constructor(mostBytes: number) {
    this.#most = mostBytes
  }

  get bytes(): number {
    return this.#bytes
  }

  get(key: string, version: string): KeptAnswer | undefined {
    const kept = this.#kept.get(key)
    if (!kept) return undefined
    this.#drop(key)
    if (kept.version !== version) return undefined
    this.#put(key, kept)
    return kept
  }

  /** One that alone would take a quarter of the room is not kept. */
  keep(key: string, answer: KeptAnswer): void {
    this.#drop(key)
    if (sizeOf(key, answer) > this.#most / 4) return
    this.#put(key, answer)
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#most) return
      this.#drop(oldest)
    }
  }

  #put(key: string, answer: KeptAnswer): void {
    this.#kept.set(key, answer)
    this.#bytes += sizeOf(key, answer)
  }

  #drop(key: string): void {
    const kept = this.#kept.get(key)
    if (!kept) return
    this.#kept.delete(key)
    this.#bytes -= sizeOf(key, kept)
  }
}

/** What an entry takes beside its bytes, roughly. */
const OVERHEAD = 500

function sizeOf(key: string, { bytes }: KeptAnswer): number {
  return bytes.byteLength + key.length * 2 + OVERHEAD
}
