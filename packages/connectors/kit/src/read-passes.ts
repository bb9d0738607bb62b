import type { ReadRequest } from './contract/page.ts'
import { completed, type DossierPass, type PassCursor } from './dossier-pass.ts'
import { passAsked, readLists } from './pass-lists.ts'
import type { Passes, PassList, PassPage } from './passes.ts'

/**
 * Reads dossiers by passes: everything since the first day, later what may have changed since the last complete pass,
 * with an overlap, and everything again when that is due. A pass that was broken off is gone on with in the list where
 * it stood; days that a person asks for leave its position alone.
 */
export async function* readPasses<P extends DossierPass, L extends PassList, R>(
  passes: Passes<P, L, R>,
  request: ReadRequest<PassCursor<P>>,
): AsyncGenerator<PassPage<P, R>, void, undefined> {
  const { cursor, isLimited, pass } = await passAsked(passes, request)
  const count = cursor.complete === null ? await passes.count?.(pass) : undefined
  const expected = count === undefined ? {} : { expected: count }
  for await (const { at, ...page } of readLists(passes, { pass, isLimited })) {
    yield { ...page, cursor: { ...cursor, [isLimited ? 'limited' : 'pass']: at }, ...expected }
  }
  const done = isLimited ? { limited: null } : { complete: completed(pass), pass: null }
  yield { records: [], cursor: { ...cursor, ...done }, ...expected }
}
