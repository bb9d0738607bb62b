import { type CountingRule, findCountingRule, tt01 } from '@cchc/domain'
import type { LedgerCell, LedgerQuery, StoredDossier } from '../../src/index.ts'
import { CELL_FIGURES } from '../../src/rollup/cell-figures.ts'

/** How often each thing was counted, under a name for where and what. */
export type Counts = ReadonlyMap<string, number>

/** What cells say. What is written with every commit does not tell which dossiers are endless. */
export function countsOf(cells: readonly LedgerCell[]): Counts {
  const counts = new Map<string, number>()
  for (const cell of cells) {
    for (const figure of CELL_FIGURES.filter((one) => one !== 'endless')) {
      const count = cell[figure] ?? 0
      const name = nameOf(cell, cell.day, figure)
      if (counts.has(name)) throw new RangeError(`twice: ${name}`)
      if (count !== 0) counts.set(name, count)
    }
  }
  return counts
}

/** What a query's cells would say of these dossiers, counted one by one. */
export function recount(dossiers: readonly StoredDossier[], query: LedgerQuery): Counts {
  const rule = findCountingRule(query.rule ?? tt01.id) ?? tt01
  const counts = new Map<string, number>()
  for (const dossier of dossiers) {
    const { source, organisationCode, channel } = dossier
    if (!(query.organisations?.includes(organisationCode) ?? true)) continue
    const place = query.detailed ? dossier : { source, organisationCode, channel }
    count(dossier, rule, (figure, day, more = 1) => {
      const piece = pieceOf(day, query)
      if (piece === undefined) return
      const name = nameOf(place, piece, figure)
      counts.set(name, (counts.get(name) ?? 0) + more)
    })
  }
  return new Map([...counts].filter(([, sum]) => sum !== 0))
}

function count(
  dossier: StoredDossier,
  rule: CountingRule,
  add: (figure: string, day: number, more?: 1 | -1) => void,
): void {
  rule.count(dossier, add, (figure, day, more) => {
    if (rule.extraFigures.includes(figure)) add(figure, day, more)
  })
}

function pieceOf(day: number, { from, to, byDay, cuts = [] }: LedgerQuery) {
  if (day > to) return undefined
  if (day < from) return null
  return byDay ? day : Math.max(from, ...cuts.filter((cut) => cut <= day))
}

type Place = Pick<
  LedgerCell,
  'source' | 'organisationCode' | 'channel' | 'procedureCode' | 'fieldCode' | 'serviceLevel'
>

function nameOf(place: Place, day: number | null, figure: string): string {
  const { source, organisationCode, channel, procedureCode, fieldCode, serviceLevel } = place
  const names = [source, organisationCode, channel, procedureCode, fieldCode, serviceLevel]
  return JSON.stringify([...names, day, figure])
}
