import { type Http, type HttpResponse, type Key, mapRecords, parseJson } from '@cchc/connector-kit'
import { PortalChanged, say } from '@cchc/domain'
import { z } from 'zod'
import { expected } from './client.ts'
import { ChangedDossier, dossierOf } from './map-dossier.ts'

/** The portal numbers its changes; this is the last that was stored. */
export const DossierCursor = z.object({ after: z.int().min(0) })
export type DossierCursor = z.output<typeof DossierCursor>

/** Changes in their order, and the number of the last of them. */
const Changes = z.object({ items: z.array(ChangedDossier), last: z.int() })
const PAGE_SIZE = 200

/** Every change behind the cursor. A page's cursor covers its own records: the hub stores both together, or neither. */
export async function* readDossiers(portal: Http, cursor: DossierCursor | undefined) {
  let after = cursor?.after ?? 0
  for (;;) {
    const { items, last } = await changes(portal, { after, size: PAGE_SIZE })
    if (items.length === 0) return
    if (last <= after) throw endless()
    after = reachedBy(items, { after, last })
    const removed = items.flatMap(({ state, code }) =>
      state === 'deleted' && typeof code === 'string' ? [{ code }] : [],
    )
    yield { records: dossiersOf(items), removed, cursor: { after } }
  }
}

/** The last change that came; what the portal says of a page whose rows do not tell is believed. */
function reachedBy(rows: readonly ChangedDossier[], page: { after: number; last: number }): number {
  const numbers = rows.flatMap(({ change }) => (typeof change === 'number' ? [change] : []))
  const told = Math.max(page.after, ...numbers.filter((number) => number <= page.last))
  return told > page.after ? told : page.last
}

/** Single dossiers by their codes: how refused ones are read again after a fix. */
export async function* lookUpDossiers(portal: Http, keys: readonly Key[]) {
  for (const { code = '' } of keys) yield dossiersOf((await changes(portal, { code })).items)
}

function changes(portal: Http, query: Readonly<Record<string, string | number>>) {
  const parse = (answer: HttpResponse) => expected(Changes, parseJson(answer))
  return portal.read({ url: 'dossiers', query }, parse)
}

/** What is gone has nothing to be counted. */
function dossiersOf(rows: readonly ChangedDossier[]) {
  const there = rows.filter(({ state }) => state !== 'deleted')
  return mapRecords(there, dossierOf, ({ code }) => ({ code }))
}

function endless(): PortalChanged {
  return new PortalChanged(say('the portal answers with changes that it was not asked for'))
}
