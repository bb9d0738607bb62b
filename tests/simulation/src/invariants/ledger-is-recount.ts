import { MEASURES, tt01 } from '@cchc/domain'
import type { View } from '../view.ts'
import type { Invariant } from './define-invariant.ts'

export const ledgerIsRecount: Invariant = {
  name: 'ledger-is-recount',
  when: 'written',
  sentence: 'Every cell of the ledger is what its dossiers give when they are counted one by one.',
  async check(view) {
    const [kept, counted] = [await keptCells(view), await countedCells(view)]
    const wrong = [...new Set([...kept.keys(), ...counted.keys()])].find(
      (cell) => (kept.get(cell) ?? 0) !== (counted.get(cell) ?? 0),
    )
    if (wrong === undefined) return undefined
    return `${wrong}: the ledger holds ${kept.get(wrong) ?? 0}, a recount gives ${counted.get(wrong) ?? 0}`
  },
}

async function keptCells(view: View): Promise<Map<string, number>> {
  const cells = new Map<string, number>()
  for (const cell of await view.ledger()) {
    for (const measure of MEASURES) {
      if (cell[measure] !== 0) cells.set(nameOf(cell, measure, cell.day ?? 0), cell[measure])
    }
  }
  return cells
}

async function countedCells(view: View): Promise<Map<string, number>> {
  const cells = new Map<string, number>()
  for (const dossier of await view.dossiers()) {
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
