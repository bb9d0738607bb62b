import { MEASURES, tt01 } from '@cchc/domain'
import type { LedgerCell, StoredDossier } from '../../src/index.ts'

/** The first ledger cell by day that is not what its dossiers give when they are counted one by one, in words; undefined while none is. */
export function wrongLedgerCell(
  ledger: readonly LedgerCell[],
  dossiers: readonly StoredDossier[],
): string | undefined {
  const [kept, counted] = [keptCells(ledger), countedCells(dossiers)]
  const wrong = [...new Set([...kept.keys(), ...counted.keys()])].find(
    (cell) => (kept.get(cell) ?? 0) !== (counted.get(cell) ?? 0),
  )
  if (wrong === undefined) return undefined
  return `${wrong}: the ledger holds ${kept.get(wrong) ?? 0}, a recount gives ${counted.get(wrong) ?? 0}`
}

function keptCells(ledger: readonly LedgerCell[]): Map<string, number> {
  const cells = new Map<string, number>()
  for (const cell of ledger) {
    for (const measure of MEASURES) {
      if (cell[measure] !== 0) cells.set(nameOf(cell, measure, cell.day ?? 0), cell[measure])
    }
  }
  return cells
}

function countedCells(dossiers: readonly StoredDossier[]): Map<string, number> {
  const cells = new Map<string, number>()
  for (const dossier of dossiers) {
    tt01.count(dossier, (measure, day) => {
      const name = nameOf(dossier, measure, day)
      cells.set(name, (cells.get(name) ?? 0) + 1)
    })
  }
  return cells
}

interface Place {
  readonly source: string
  readonly organisationCode: string
  readonly channel: string | null
}

function nameOf({ source, organisationCode, channel }: Place, measure: string, day: number) {
  return [source, organisationCode, channel ?? 'no channel', day, measure].join(' ')
}
