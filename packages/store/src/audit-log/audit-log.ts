import { createHash } from 'node:crypto'
import type { Kysely, Selectable, Transaction } from 'kysely'
import { plainText } from '../plain-text.ts'
import type { Tables } from '../tables.ts'
import type { Act, AuditCheck, AuditEvent, AuditFault, AuditHead } from './audit-event.ts'
import type { AuditEventTable } from './audit-tables.ts'

const BATCH = 1000
const MOST_FAULTS = 100

/** Adds a line in the transaction of what was done. Nobody else may commit meanwhile. */
export async function logAct(
  transaction: Transaction<Tables>,
  act: Act,
  { at, outcome = 'done' }: { readonly at: number; readonly outcome?: string },
): Promise<void> {
  const last = await auditHead(transaction)
  const line = {
    ...{ seq: (last?.seq ?? 0) + 1, at, outcome },
    ...{ who: plainText(act.who), action: plainText(act.action), subject: plainText(act.subject) },
    previous: last?.digest ?? '',
  }
  await transaction
    .insertInto('audit_event')
    .values({ ...line, digest: digestOf(line) })
    .execute()
}

/** The newest line; null where there is none. */
export async function auditHead(db: Kysely<Tables>): Promise<AuditHead | null> {
  const newest = db.selectFrom('audit_event').select(['seq', 'digest']).orderBy('seq', 'desc')
  return (await newest.limit(1).executeTakeFirst()) ?? null
}

/** The newest lines first. */
export async function listAuditEvents(
  db: Kysely<Tables>,
  { before, limit }: { readonly before?: number; readonly limit: number },
): Promise<readonly AuditEvent[]> {
  let select = db.selectFrom('audit_event').selectAll()
  if (before !== undefined) select = select.where('seq', '<', before)
  return select.orderBy('seq', 'desc').limit(limit).execute()
}

/** Looks at every line, in batches. */
export async function checkAuditLog(db: Kysely<Tables>, known?: AuditHead): Promise<AuditCheck> {
  const faults: AuditFault[] = []
  let [head, lines]: [AuditHead | null, number] = [null, 0]
  let isKnownThere = known === undefined
  for await (const line of linesOf(db)) {
    const fault = faultOf(line, head)
    if (fault && faults.length < MOST_FAULTS) faults.push({ seq: line.seq, fault })
    isKnownThere ||= line.seq === known?.seq && line.digest === known.digest
    head = { seq: line.seq, digest: line.digest }
    lines += 1
  }
  const cut: AuditFault[] = known && !isKnownThere ? [{ seq: known.seq, fault: 'cut' }] : []
  return { lines, head, faults: [...faults, ...cut] }
}

function faultOf(line: AuditEvent, before: AuditHead | null): AuditFault['fault'] | undefined {
  if (line.digest !== digestOf(line)) return 'changed'
  const follows = line.seq === (before?.seq ?? 0) + 1 && line.previous === (before?.digest ?? '')
  return follows ? undefined : 'removed'
}

async function* linesOf(db: Kysely<Tables>): AsyncGenerator<Selectable<AuditEventTable>> {
  let after = -1
  while (true) {
    const select = db.selectFrom('audit_event').selectAll().where('seq', '>', after)
    const lines = await select.orderBy('seq').limit(BATCH).execute()
    yield* lines
    const last = lines.at(-1)
    if (!last || lines.length < BATCH) return
    after = last.seq
  }
}

/** SHA-256 over the parts in their order as JSON, so that no part can run into the next. */
function digestOf(line: Omit<AuditEvent, 'digest'>): string {
  const { seq, at, who, action, subject, outcome, previous } = line
  const text = JSON.stringify([seq, at, who, action, subject, outcome, previous])
  return createHash('sha256').update(text).digest('hex')
}
