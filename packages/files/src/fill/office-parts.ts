import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** The first day that a zip archive can state, in whatever zone the machine is. */
const EARLIEST = new Date(1980, 0, 1)

/** How many bytes the parts of a form hold together. */
const MOST_UNPACKED = 128_000_000

/** The parts of an Office file, to be changed or added one by one and put together again in their order. */
export class OfficeParts {
  readonly #parts: Record<string, Uint8Array>

  /** Throws a RangeError where the parts hold more than 128 MB together. */
  constructor(bytes: Uint8Array) {
    let left = MOST_UNPACKED
    this.#parts = unzipSync(bytes, {
      filter({ originalSize }) {
        left -= originalSize
        if (left < 0) throw new RangeError('the parts are too large')
        return true
      },
    })
  }

  get names(): readonly string[] {
    return Object.keys(this.#parts)
  }

  /** A part as text, its name in whatever letters; undefined = there is none. */
  text(name: string): string | undefined {
    const part = this.#parts[this.#nameOf(name)]
    return part && strFromU8(part)
  }

  /** Writes a part, new or in place of the one of that name. */
  write(name: string, xml: string): void {
    this.#parts[this.#nameOf(name)] = strToU8(xml)
  }

  /** Writes a part anew where there is one of that name. */
  change(name: string, anew: (xml: string) => string): void {
    const xml = this.text(name)
    if (xml !== undefined) this.write(name, anew(xml))
  }

  #nameOf(name: string): string {
    return this.names.find((one) => one.toLowerCase() === name.toLowerCase()) ?? name
  }

  /** Takes parts out; whether there were any. */
  remove(which: RegExp): boolean {
    const gone = this.names.filter((name) => which.test(name))
    for (const name of gone) delete this.#parts[name]
    return gone.length > 0
  }

  zipped(): Uint8Array {
    return zipSync(this.#parts, { mtime: EARLIEST, level: 6 })
  }
}
