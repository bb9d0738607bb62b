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
  /** Writes a note, with its line end. */
  note(text: string): void
}

/** The terminal of this process. A reader that has gone (`cchc runs | head`) is no failure. */
export function processTerminal(): Terminal {
  const { stdout, stderr } = process
  for (const stream of [stdout, stderr]) stream.on('error', passOverClosedPipe)
  return {
    columns: stdout.isTTY ? stdout.columns : undefined,
    watched: stderr.isTTY === true,
    print: (text) => void stdout.write(`${text}\n`),
    printBytes: (bytes) => void stdout.write(bytes),
    note: (text) => void stderr.write(`${text}\n`),
  }
}

function passOverClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}
