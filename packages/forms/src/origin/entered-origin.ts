import { dayNumber, type IndicatorId, instantText } from '@cchc/domain'
import type { FigureScope } from '@cchc/figures'
import type { Filled } from '../filling/fill-rows.ts'
import type { EnteredOrigin } from './cell-origin.ts'

/** An entered cell, the indicators under which it may have been entered, and why it stands there. */
export interface EnteredCell extends Pick<EnteredOrigin, 'insteadOf'> {
  readonly entered: NonNullable<Filled['entered']>
  readonly indicatorIds: readonly IndicatorId[]
}

/** The origin of a figure that a person entered, with the reason that was given for it. */
export async function enteredOrigin(
  { store, organisation, period }: FigureScope,
  { entered, indicatorIds, insteadOf }: EnteredCell,
): Promise<EnteredOrigin> {
  const stored = await store.listEnteredFigures({
    organisation: organisation.code,
    from: dayNumber(period.from),
    to: dayNumber(period.to),
  })
  const entry = stored.find(
    ({ indicatorId, enteredAt, enteredBy }) =>
      indicatorIds.includes(indicatorId) && enteredAt === entered.at && enteredBy === entered.by,
  )
  return {
    kind: 'entered',
    by: entered.by,
    at: instantText(entered.at),
    file: entered.origin?.file ?? null,
    sha256: entry?.origin?.sha256 ?? null,
    address: entered.origin?.address ?? null,
    reason: entry?.reason ?? null,
    insteadOf,
  }
}
