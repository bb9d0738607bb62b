import {
  dayNumber,
  type IndicatorId,
  instantText,
  isConsolidated,
  parentOrganisationCode,
  printCell,
} from '@cchc/domain'
import type { FigureScope } from '@cchc/figures'
import type { Filled } from '../filling/fill-rows.ts'
import type { EnteredOrigin, UnitEntry } from './cell-origin.ts'

/** An entered cell, the indicators under which it may have been entered, and why it stands there. */
export interface EnteredCell extends Pick<EnteredOrigin, 'insteadOf'> {
  readonly entered: NonNullable<Filled['entered']>
  readonly indicatorIds: readonly IndicatorId[]
}

/** The origin of a figure that a person entered, with the reason that was given for it. */
export async function enteredOrigin(
  scope: FigureScope,
  { entered, indicatorIds, insteadOf }: EnteredCell,
): Promise<EnteredOrigin> {
  const { store, organisation, period } = scope
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
    ...(isConsolidated(entered.origin) && { units: await unitEntries(scope, indicatorIds) }),
  }
}

async function unitEntries(
  { store, organisation, period, names }: FigureScope,
  indicatorIds: readonly IndicatorId[],
): Promise<readonly UnitEntry[]> {
  const days = { from: dayNumber(period.from), to: dayNumber(period.to) }
  const parents = new Map(names.organisations.listed().map((one) => [one.code, one.parentCode]))
  const parentOf = (code: string) => parents.get(code) ?? parentOrganisationCode(code)
  const stored = await store.listEnteredFigures(days)
  return stored
    .filter(({ indicatorId }) => indicatorIds.includes(indicatorId))
    .filter((one) => parentOf(one.organisation) === organisation.code)
    .map(({ organisation: code, cell, enteredBy, enteredAt, origin }) => ({
      organisation: code,
      name: names.organisations.describe(code).name,
      printed: printCell(cell),
      by: enteredBy,
      at: instantText(enteredAt),
      file: origin?.file ?? null,
      address: origin?.address ?? null,
    }))
}
