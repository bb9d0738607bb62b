import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** The first day that a zip archive can state, in whatever zone the machine is. */
const EARLIEST = new Date(1980, 0, 1)

const STATED_TIME = /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g

/**
 * Takes the clock of the machine out of an Office file: its stated times become the instant at which the report was
 * made, so that the same report gives the same bytes.
 */
export function withoutClock(file: Uint8Array, madeAt: number): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(file)
  const core = parts['docProps/core.xml']
  if (core) {
    const time = new Date(madeAt).toISOString().replace(/\.\d+/, '')
    parts['docProps/core.xml'] = strToU8(strFromU8(core).replace(STATED_TIME, `$1${time}$2`))
  }
  return zipSync(parts, { mtime: EARLIEST, level: 6 })
}
