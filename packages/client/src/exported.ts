import { createHash } from 'node:crypto'
import { GatewayFailed, say } from '@cchc/domain'
import { type Export, ExportEnd } from '@cchc/hub/exports/export'
import type { AnswerOf } from '@cchc/hub/questions/question'
import { checked } from './checked.ts'

/** One line of an export; a record is far shorter. */
const LONGEST_LINE = 1_000_000

const NEW_LINE = '\n'.charCodeAt(0)

/**
 * The records of an export as its bytes come, each once it is known to be one; at last what its closing line says. Throws
 * GatewayFailed for what is no record, and where it ends without that line or holds something else than the line says.
 */
export async function* recordsIn<E extends Export>(
  one: E,
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<AnswerOf<E>, ExportEnd> {
  const digest = createHash('sha256')
  let rows = 0
  let end: ExportEnd | undefined
  for await (const line of linesIn(bytes)) {
    if (end) throw cutOff(one)
    const told = parsed(one, line)
    const last = ExportEnd.safeParse(told)
    if (last.success) {
      end = last.data
    } else {
      digest.update(line)
      rows += 1
      yield checked(one, told)
    }
  }
  if (end?.rows !== rows || end.sha256 !== digest.digest('hex')) throw cutOff(one)
  return end
}

/** Lines with their ends; what follows the last end is a line that was cut. */
async function* linesIn(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array = new Uint8Array()
  for await (const piece of bytes) {
    rest = rest.length === 0 ? piece : Buffer.concat([rest, piece])
    let from = 0
    for (;;) {
      const end = rest.indexOf(NEW_LINE, from)
      if (end < 0) break
      yield rest.subarray(from, end + 1)
      from = end + 1
    }
    rest = rest.subarray(from)
    if (rest.length > LONGEST_LINE) break
  }
  if (rest.length > 0) yield rest
}

function parsed({ path }: Export, line: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(line).toString())
  } catch (cause) {
    throw new GatewayFailed(say('A line of {path} is no JSON: it was cut off.', { path }), {
      cause,
      fix: AGAIN,
    })
  }
}

const AGAIN = say('Export it again; the part that came is not the whole.')

function cutOff({ path }: Export): GatewayFailed {
  return new GatewayFailed(say('The export {path} ended before it was whole.', { path }), {
    fix: AGAIN,
  })
}
