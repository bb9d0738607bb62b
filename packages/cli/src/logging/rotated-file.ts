import { closeSync, fstatSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

interface Rotation {
  /** Bytes; a line that would not fit begins a new file. */
  readonly most: number
  /** So many files that were put aside are kept: `PATH.1` is the newest. */
  readonly keep: number
}

/**
 * A file to which lines are added. When it is full it is put aside; where that fails, as on Windows while another program reads
 * it, it grows on until the next line. Another process may add to the same file, put it aside, or cut it off.
 */
export class RotatedFile {
  readonly #path: string
  readonly #rotation: Rotation
  #file: number

  constructor(path: string, rotation: Rotation) {
    this.#path = path
    this.#rotation = rotation
    mkdirSync(dirname(path), { recursive: true })
    this.#file = openSync(path, 'a', 0o640)
  }

  write(line: string): void {
    if (this.#isElsewhere()) this.#open()
    const bytes = Buffer.from(line)
    const { size } = fstatSync(this.#file)
    if (size > 0 && size + bytes.length > this.#rotation.most) this.#putAside()
    writeSync(this.#file, bytes)
  }

  close(): void {
    closeSync(this.#file)
  }

  #isElsewhere(): boolean {
    const there = statSync(this.#path, { throwIfNoEntry: false })
    return there?.ino !== fstatSync(this.#file).ino
  }

  #open(): void {
    closeSync(this.#file)
    this.#file = openSync(this.#path, 'a', 0o640)
  }

  #putAside(): void {
    closeSync(this.#file)
    const { keep } = this.#rotation
    try {
      for (let number = keep - 1; number > 0; number -= 1) {
        const from = `${this.#path}.${number}`
        if (statSync(from, { throwIfNoEntry: false }))
          renameSync(from, `${this.#path}.${number + 1}`)
      }
      renameSync(this.#path, `${this.#path}.1`)
    } catch {
      // Somebody has it open; the next line tries again.
    }
    this.#file = openSync(this.#path, 'a', 0o640)
  }
}
