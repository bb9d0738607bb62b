import { dayNumber } from '@cchc/domain'
import type { Store } from '@cchc/store'
import type { ManualFigure, ManualFigures } from './manual-figures.ts'

/** The figures that people entered into a store; all of a report's are read at once. */
export function enteredFigures(store: Pick<Store, 'listEnteredFigures'>): ManualFigures {
  const read = new Map<string, Promise<ReadonlyMap<string, ManualFigure>>>()
  return {
    async figure({ indicatorId, organisation, period }) {
      const [from, to] = [dayNumber(period.from), dayNumber(period.to)]
      const key = [organisation, from, to].join(' ')
      const figures = read.get(key) ?? figuresOf(store, { organisation, from, to })
      read.set(key, figures)
      return (await figures).get(indicatorId)
    },
  }
}

async function figuresOf(
  store: Pick<Store, 'listEnteredFigures'>,
  scope: { readonly organisation: string; readonly from: number; readonly to: number },
): Promise<ReadonlyMap<string, ManualFigure>> {
  const stored = await store.listEnteredFigures(scope)
  return new Map(
    stored.map(({ indicatorId, cell, note, enteredBy, enteredAt, origin }) => {
      const file = origin && { file: origin.file, address: origin.address }
      return [indicatorId, { cell, note, enteredBy, enteredAt, origin: file }]
    }),
  )
}
