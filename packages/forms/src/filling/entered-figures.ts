import type { Cell, IndicatorId, Instant, ReportingPeriod } from '@cchc/domain'
import { dayNumber } from '@cchc/domain'
import type { Store } from '@cchc/store'

/** A figure that a person entered: the cell as it was written, a note for the form, who entered it, when, from where. */
export interface EnteredFigure {
  readonly cell: Cell
  readonly note: string
  readonly enteredBy: string
  readonly enteredAt: Instant
  /** The file and the cell's address in it; null = entered by hand. */
  readonly origin: { readonly file: string; readonly address: string | null } | null
}

/** Reads the figures that people entered for one organisation and period; undefined = nobody has entered it. */
export interface EnteredFigures {
  figure(query: {
    readonly indicatorId: IndicatorId
    readonly organisation: string
    readonly period: ReportingPeriod
  }): Promise<EnteredFigure | undefined>
}

/** What stands where nobody enters anything. */
export const NOTHING_ENTERED: EnteredFigures = { figure: async () => undefined }

/** The figures that people entered into a store; all of a report's are read at once. */
export function enteredFigures(store: Pick<Store, 'listEnteredFigures'>): EnteredFigures {
  const read = new Map<string, Promise<ReadonlyMap<string, EnteredFigure>>>()
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
): Promise<ReadonlyMap<string, EnteredFigure>> {
  const stored = await store.listEnteredFigures(scope)
  return new Map(
    stored.map(({ indicatorId, cell, note, enteredBy, enteredAt, origin }) => {
      const file = origin && { file: origin.file, address: origin.address }
      return [indicatorId, { cell, note, enteredBy, enteredAt, origin: file }]
    }),
  )
}
