import { createHash } from 'node:crypto'
import { type Io, mapEach } from '@cchc/connector-kit'
import type { Procedure } from '@cchc/domain'
import pLimit from 'p-limit'
import { z } from 'zod'
import type { Adapter } from './adapter.ts'
import { type ListedProcedure, listedProcedure, procedureRecord } from './procedure-record.ts'
import type { JsonObject } from './values.ts'

/** How many procedures of which list have been read; another list is read from its beginning. */
export const ProcedureCursor = z.object({ position: z.int().min(0), listHash: z.string() })
export type ProcedureCursor = z.output<typeof ProcedureCursor>

export interface ProcedurePage {
  readonly records: readonly Procedure[]
  readonly cursor: ProcedureCursor
  readonly expected: number
}

const AT_ONCE = 8

type Log = Io['log']

/** Where procedures come from, and how many go into a page with their details. */
export interface ProcedureSource {
  readonly adapter: Adapter
  readonly log: Log
  readonly pageSize: number
}

/** Reads the list, then each procedure's detail: the portal has no changed-since filter and no details in bulk. */
export async function* readProcedures(
  { adapter, log, pageSize }: ProcedureSource,
  cursor: ProcedureCursor | undefined,
): AsyncGenerator<ProcedurePage, void, undefined> {
  const list = await listProcedures(adapter)
  const listHash = hashOf(list)
  const start = cursor?.listHash === listHash ? cursor.position : 0
  for (let position = start; position < list.length; position += pageSize) {
    const part = list.slice(position, position + pageSize)
    const records = (await withDetails(adapter, log, part)).flat()
    const read = position + part.length
    yield { records, cursor: { position: read, listHash }, expected: list.length }
  }
}

/** Reads single procedures again, by the key of the stream. */
export async function* lookUpProcedures(
  { adapter, log, pageSize }: ProcedureSource,
  keys: readonly Readonly<Record<string, string>>[],
): AsyncGenerator<readonly Procedure[], void, undefined> {
  const wanted = new Set(keys.map(({ code }) => code))
  const list = (await listProcedures(adapter)).filter(({ parts }) => wanted.has(parts?.code))
  for (let position = 0; position < list.length; position += pageSize) {
    yield (await withDetails(adapter, log, list.slice(position, position + pageSize))).flat()
  }
}

/** The list and one detail: enough to know that both can be read. */
export async function tryProcedures({ adapter, log }: ProcedureSource): Promise<void> {
  await withDetails(adapter, log, (await listProcedures(adapter)).slice(0, 1))
}

/**
 * Each procedure once, in the order of the codes, so that a position means the same in every run. Of a procedure that
 * is listed with and without a province's suffix the national form is read.
 */
async function listProcedures(adapter: Adapter): Promise<ListedProcedure[]> {
  const rows = await adapter.call({ endpoint: 'share', service: 'LayDanhSachTTHC' })
  const byCode = new Map<string, ListedProcedure>()
  for (const [index, listed] of rows.map(listedProcedure).entries()) {
    const key = listed.parts?.code ?? `unreadable ${index}`
    const known = byCode.get(key)
    if (!known || listed.received.length < known.received.length) byCode.set(key, listed)
  }
  return [...byCode].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, listed]) => listed)
}

function hashOf(list: readonly ListedProcedure[]): string {
  const hash = createHash('sha256')
  for (const { received } of list) hash.update(`${received}\n`)
  return hash.digest('base64url').slice(0, 16)
}

/** After a failure no further detail is asked for: the portal may have asked us to stop. */
function withDetails(
  adapter: Adapter,
  log: Log,
  list: readonly ListedProcedure[],
): Promise<(readonly Procedure[])[]> {
  const limit = pLimit(AT_ONCE)
  const read = async (listed: ListedProcedure) => {
    try {
      return await withDetail(adapter, log, listed)
    } catch (thrown) {
      limit.clearQueue()
      throw thrown
    }
  }
  return Promise.all(list.map((listed) => limit(() => read(listed))))
}

async function withDetail(
  adapter: Adapter,
  log: Log,
  listed: ListedProcedure,
): Promise<readonly Procedure[]> {
  if (!listed.parts) return recordOf(listed)
  const [detail] = await adapter.call({
    endpoint: 'integration',
    service: 'LayThuTuc',
    parameters: { maTTHC: listed.received },
  })
  if (!detail) log.warn('a listed procedure has no detail', { code: listed.parts.code })
  return recordOf(listed, detail)
}

function recordOf(listed: ListedProcedure, detail?: JsonObject): readonly Procedure[] {
  const known = { code: listed.parts?.code }
  const read = mapEach(
    [detail],
    (one) => procedureRecord(listed, one),
    () => known,
  )
  return [...read.mapped, ...read.unreadable]
}
