import type { ReadRequest, SplitReading, WindowRequest } from './contract/page.ts'
import { type DossierPass, limitedPass, type PassCursor } from './dossier-pass.ts'
import { passAsked, readLists, remaining } from './pass-lists.ts'
import type { Passes, PassList, PassPage } from './passes.ts'

type Split<P extends DossierPass> = SplitReading<PassCursor<P>>

/**
 * How the passes of `readPasses` are split: the lists at their beginning that hold all dossiers of days of reception are
 * read by windows of at most so many days, and the pass goes on behind them.
 */
export function passWindows<P extends DossierPass, L extends PassList, R>(
  passes: () => Passes<P, L, R>,
  days: number,
) {
  return {
    days,
    split: (request: ReadRequest<PassCursor<P>>) => splitPass(passes(), request),
    read: (window: WindowRequest<PassCursor<P>>) => readWindow(passes(), window),
  }
}

async function splitPass<P extends DossierPass, L extends PassList, R>(
  passes: Passes<P, L, R>,
  request: ReadRequest<PassCursor<P>>,
): Promise<Split<P> | undefined> {
  const { cursor, isLimited, pass } = await passAsked(passes, request)
  const { lists } = remaining(passes.lists(pass, isLimited), pass)
  const behind = lists.findIndex(({ whole }) => whole === undefined)
  // A pass that has nothing else goes on with its last window.
  const count = behind < 0 ? lists.length - 1 : behind
  const [first, last, next] = [lists[0]?.whole, lists[count - 1]?.whole, lists[count]]
  if (!first || !last || !next) return undefined
  const { mark: _, ...place } = { ...pass, phase: next.phase, at: next.at, start: 0 }
  const rest = { ...cursor, [isLimited ? 'limited' : 'pass']: place }
  return { days: { from: first.from, to: last.to }, rest }
}

/** The window is a limited pass of its own, of which nothing but the lists of whole days is read. */
async function* readWindow<P extends DossierPass, L extends PassList, R>(
  passes: Passes<P, L, R>,
  window: WindowRequest<PassCursor<P>>,
): AsyncGenerator<PassPage<P, R>, void, undefined> {
  const pass = await limitedPass(passes, window, passes.begin)
  const isRead = ({ whole }: L) => whole !== undefined
  for await (const { at, ...page } of readLists(passes, { pass, isLimited: true, isRead })) {
    yield { ...page, cursor: { complete: null, pass: null, limited: at } }
  }
}
