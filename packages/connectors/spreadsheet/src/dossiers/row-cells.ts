import { refuse } from '@cchc/connector-kit'
import { say } from '@cchc/domain'
import { cellAddress, type GridRow } from '@cchc/files/grid'
import { type Moment, momentIn } from '../moments.ts'
import type { Settings } from '../settings.ts'
import type { ListDates } from './date-order.ts'
import type { UnitAbove } from './placed-rows.ts'
import type { DossierField } from './vocabulary.ts'

/** Where a row stands, and what is known of the rows around it. */
export interface RowContext {
  readonly document: string | undefined
  readonly sheet: string | null
  readonly places: ReadonlyMap<DossierField, number>
  readonly dates: ListDates
  readonly settings: Settings
  /** The unit that a line above names. */
  readonly unit: UnitAbove | undefined
  readonly version: number
}

/** The cells of a row by what they hold. */
export class Cells {
  readonly context: RowContext
  readonly #row: GridRow

  constructor(row: GridRow, context: RowContext) {
    this.#row = row
    this.context = context
  }

  text(field: DossierField): string {
    return this.#cell(field)?.text.replace(/\s+/g, ' ').trim() ?? ''
  }

  at(field: DossierField): string {
    const { sheet, places } = this.context
    return this.inFile(cellAddress({ sheet, line: this.#row.line, column: places.get(field) ?? 0 }))
  }

  /** A cell with its file. */
  inFile(cell: string): string {
    const { document } = this.context
    return document === undefined ? cell : `${document}: ${cell}`
  }

  moment(field: DossierField): Moment | undefined {
    const cell = this.#cell(field)
    const { order, exchanged } = this.context.dates
    if (cell?.moment !== undefined && exchanged.has(this.context.places.get(field) ?? -1)) {
      refuse(
        say('{cell}: stands among dates in which a program took days for months', {
          cell: this.at(field),
        }),
        {
          path: field,
          fix: say('Export the list again and do not save it in another program in between.'),
        },
      )
    }
    const moment = momentIn(cell, order)
    if (moment && Number.isNaN(moment.at)) {
      refuse(say('{cell}: is no date such as 20/12/2022 08:30', { cell: this.at(field) }), {
        path: field,
        fix: say('Write it as a date, or map the right column under columns.'),
      })
    }
    return moment
  }

  #cell(field: DossierField) {
    const place = this.context.places.get(field)
    return place === undefined ? undefined : this.#row.cells[place]
  }
}
