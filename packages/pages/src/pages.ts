import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Problem } from '@cchc/hub/questions/problem'
import { framed, menuOf } from './layout.ts'
import { refusalPage } from './refusal-page.ts'
import { signIn } from './sign-in.ts'
import type { Place, Sent, Shown, View, ViewForm, Viewing } from './view.ts'
import { bulletin } from './views/bulletin.ts'
import { checkFile } from './views/check-file.ts'
import { closePeriod } from './views/close-period.ts'
import { consolidateFiles } from './views/consolidate-files.ts'
import { dismiss } from './views/dismiss.ts'
import { due } from './views/due.ts'
import { fillFile } from './views/fill-file.ts'
import { log } from './views/log.ts'
import { origin } from './views/origin.ts'
import { overview } from './views/overview.ts'
import { ranking } from './views/ranking.ts'
import { reconciliation } from './views/reconciliation.ts'
import { refused } from './views/refused.ts'
import { reports } from './views/reports.ts'
import { retry } from './views/retry.ts'
import { rules } from './views/rules.ts'
import { run } from './views/run.ts'
import { sources } from './views/sources.ts'
import { split } from './views/split.ts'
import { syncSources } from './views/sync-sources.ts'
import { undo } from './views/undo.ts'

/** Everything that can be looked at; the menu has those with a word for it, in this order. */
export const VIEWS: readonly View[] = [
  ...[overview, bulletin, due, ranking, reports, checkFile, reconciliation, sources, log],
  ...[split, rules, origin, run, refused, fillFile, consolidateFiles, undo, closePeriod, dismiss],
  ...[syncSources, retry],
]

/** A file of the page's style and behaviour. */
export interface Asset {
  readonly name: string
  readonly type: string
  readonly text: string
}

/** The files that every page names. */
export const ASSETS: readonly Asset[] = [
  asset('page.css', 'text/css; charset=utf-8'),
  asset('page.js', 'text/javascript; charset=utf-8'),
  asset('icon.svg', 'image/svg+xml'),
]

const VERSION = createHash('sha256')
  .update(ASSETS.map(({ text }) => text).join('\n'))
  .digest('hex')
  .slice(0, 12)

function asset(name: string, type: string): Asset {
  return { name, type, text: readFileSync(new URL(`../assets/${name}`, import.meta.url), 'utf8') }
}

/** A view as a whole page. Throws what its questions threw. */
export async function viewPage(view: View, viewing: Viewing): Promise<string> {
  return page(await view.show(viewing), viewing, view)
}

/** What a view shows of its form that was sent, as a whole page. Throws what was thrown by whoever was told. */
export async function sentPage(view: View, form: ViewForm, sent: Sent): Promise<string> {
  return page(await form.show(sent), sent, view)
}

/** A problem as a whole page. */
export function problemPage(problem: Problem, place: Place): Promise<string> {
  return page(refusalPage(problem), { given: {}, place })
}

/** The form for a key as a whole page. */
export function signInPage(asked: Parameters<typeof signIn>[0], place: Place): Promise<string> {
  return page(signIn(asked), { given: {}, place })
}

async function page(
  shown: Shown,
  { given, place }: Pick<Viewing, 'given' | 'place'>,
  view?: View,
): Promise<string> {
  const menu = menuOf(VIEWS, { given }, view)
  const text = await framed({ ...shown, menu, place, version: VERSION })
  return text.toString()
}
