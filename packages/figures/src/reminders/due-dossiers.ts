import type { Store } from '@cchc/store'
import { openCounting } from '../statistics/counting.ts'
import { type DueGroup, DueGroups } from './due-groups.ts'
import { Earliest } from './earliest.ts'
import { type DueScope, findDue } from './find-due.ts'

/** What of an organisation is due, by whose rule, and in which groups. */
export interface DueQuery extends DueScope {
  readonly organisation: string
  readonly rule: string
  readonly by: 'procedure' | 'field'
  /** At most so many codes of each kind. */
  readonly codes: number
}

/** Counts, and the codes of those that are due first; codes of dossiers alone, nothing of people. */
export interface DueDossiers {
  readonly overdue: number
  readonly dueSoon: number
  /** By procedure or field, those with most first. */
  readonly groups: readonly DueGroup[]
  readonly codes: { readonly overdue: readonly string[]; readonly dueSoon: readonly string[] }
}

/** What is overdue or due soon, as `findDue` finds it. */
export async function dueDossiers(store: Store, query: DueQuery): Promise<DueDossiers> {
  const counting = await openCounting(store, query.rule)
  const groups = new DueGroups(query.by, counting.names)
  const first = { overdue: new Earliest(query.codes), dueSoon: new Earliest(query.codes) }
  for await (const { dossier, kind } of findDue(counting, query)) {
    groups.add(dossier, kind)
    first[kind].add({ code: dossier.code, at: dossier.dueAt ?? 0 })
  }
  const codes = (kind: keyof typeof first) => first[kind].list().map(({ code }) => code)
  return {
    overdue: groups.sum('overdue'),
    dueSoon: groups.sum('dueSoon'),
    groups: groups.list(),
    codes: { overdue: codes('overdue'), dueSoon: codes('dueSoon') },
  }
}
