import { DossierStatistics, type OrganisationLevel, parentOrganisationCode } from '@cchc/domain'
import type { NamedOrganisation, OrganisationTree } from '../organisations/organisation-tree.ts'
import type { MeasuredRow } from './measures.ts'

/** The figures of the dossiers that one organisation itself holds; null = they are not known whole. */
export interface OwnRow {
  readonly code: string
  readonly row: MeasuredRow | null
}

/** A unit with what is below it at its own level: a department with its divisions, never a district with its communes. */
interface UnitRow extends NamedOrganisation, OwnRow {}

/** Adds up rows by the unit of a level to which each belongs. */
export function unitsOfLevel(
  tree: OrganisationTree,
  rows: readonly OwnRow[],
): ReadonlyMap<OrganisationLevel, readonly UnitRow[]> {
  const byUnit = Map.groupBy(rows, ({ code }) => unitOf(tree, code))
  const units = [...byUnit].map(([code, own]) => {
    return { ...tree.describe(code), row: sumOf(own.map(({ row }) => row)) }
  })
  return Map.groupBy(units, ({ level }) => level)
}

const OF_UNITS: ReadonlySet<OrganisationLevel> = new Set(['department', 'district', 'commune'])

function unitOf(tree: OrganisationTree, code: string): string {
  const parent = parentOrganisationCode(code)
  const { level } = tree.describe(code)
  if (parent === undefined || !OF_UNITS.has(level)) return code
  return tree.describe(parent).level === level ? unitOf(tree, parent) : code
}

function sumOf(all: readonly (MeasuredRow | null)[]): MeasuredRow | null {
  const rows = all.filter((row) => row !== null)
  if (rows.length < all.length) return null
  const extras = rows.flatMap((row) => (row.extras ? [row.extras] : []))
  const statistics = DossierStatistics.parse(summed(rows.map((row) => row.statistics)))
  return { statistics, extras: extras.length === 0 ? undefined : summed(extras) }
}

function summed(all: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const one of all) {
    for (const [name, count] of Object.entries(one)) sums[name] = (sums[name] ?? 0) + count
  }
  return sums
}
