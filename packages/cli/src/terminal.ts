import { EXIT } from './exit-code.ts'

/** Where a command writes: results to standard output, everything else to standard error. */
export interface Terminal {
  /** Width that tables may take; undefined where a program reads the output. */
  readonly columns: number | undefined
  /** Whether a person watches standard error. */
  readonly watched: boolean
  /** Writes a result, with its line end. */
  print(text: string): void
  /** Writes bytes of a result as they are. */
  printBytes(bytes: Uint8Array): void
  /** Writes bytes of a long result and waits until they are taken; false = whoever read it has gone. */
  pour(bytes: Uint8Array): Promise<boolean>
  /** Writes a note, with its line end. */
  note(text: string): void
}

/**
 * The terminal of this process. A reader that has gone (`cchc runs | head`) is no failure; results that could not be
 * written are told by `lost`, and make the process end as failed whatever its command says.
 */
export function processTerminal(lost: (reason: string) => string): Terminal {
  const { stdout, stderr } = process
  stderr.on('error', () => undefined)
  stdout.on('error', ({ code = 'unknown' }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE' || process.listeners('exit').includes(endAsFailed)) return
    process.once('exit', endAsFailed)
    stderr.write(`${lost(code)}\n`)
  })
  return {
    columns: stdout.isTTY ? stdout.columns : undefined,
    watched: stderr.isTTY === true,
    print: (text) => void stdout.write(`${text}\n`),
    printBytes: (bytes) => void stdout.write(bytes),
    pour: (bytes) => new Promise((taken) => stdout.write(bytes, (error) => taken(!error))),
    note: (text) => void stderr.write(`${text}\n`),
  }
}

function endAsFailed(): void {
  process.exitCode = EXIT.failed
}
