import { issueOf, numberCell, PortalFigure, say } from '@cchc/domain'
import { z } from 'zod'
import { countCell, defineFigure } from './define-figure.ts'
import type { FigureScope } from './figure-scope.ts'
import { portalFigure, type SourcedPortalFigure } from './portal-figure.ts'

const { measure: Measure } = PortalFigure.shape

const measures = z.string({ error: say('is needed').template }).transform((text, context) => {
  const named = text.split(',').map((word) => word.trim())
  for (const word of named.filter((one) => !Measure.safeParse(one).success)) {
    const quoted = { word: JSON.stringify(word) }
    context.addIssue(issueOf(say('{word} is no figure of a portal, such as group.name', quoted)))
  }
  return named
})

/** The sum of what a portal itself states, of the period or of its calendar year. */
export const portalYear = defineFigure({
  id: 'portal-year',
  name: 'Số liệu do cổng tự thống kê',
  where: z.strictObject({ measures }),
  of: ({ measures: named }) => ({
    kind: null,
    conditions: [],
    noted: [named.join(' + ')],
    missing: `Cổng không cho số liệu này của đơn vị trong kỳ hoặc trong năm dương lịch: ${named.join(',')}.`,
    async read({ scope }) {
      const figures = await Promise.all(named.map((measure) => figureOfYear(scope, measure)))
      const known = figures.flatMap((figure) => figure?.value ?? [])
      if (known.length < named.length) return countCell(undefined)
      const provisional = figures.some((figure) => figure?.provisional)
      return {
        cell: numberCell(known.reduce((sum, part) => sum + part, 0)),
        note: provisional ? 'Số liệu tạm thời' : '',
      }
    },
    behind: { records: 'portal-figures', measures: named },
  }),
})

/** A portal's figure for the period, or for its calendar year: portals count either the one or the other. */
export async function figureOfYear(
  { store, organisation, period }: FigureScope,
  measure: string,
): Promise<SourcedPortalFigure | undefined> {
  const asked = { organisation: organisation.code, measure }
  const { from, to, year } = period
  return (
    (await portalFigure(store, { ...asked, from, to })) ??
    portalFigure(store, { ...asked, from: `${year}-01-01`, to: `${year}-12-31` })
  )
}
