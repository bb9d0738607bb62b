import { cellNumber, type Message, printCell, say } from '@cchc/domain'
import type { HubContext } from '../context.ts'
import { catalogueById } from '../entered/indicators.ts'
import { fillReport } from '../filling/fill-report.ts'
import { isWhole, type SumScope, type UnitSum } from './sum-units.ts'

/** Where the form prints another figure than the units make: counted from the portals, or entered for the organisation. */
export async function differencesOf(
  hub: HubContext,
  of: SumScope & { readonly sums: readonly UnitSum[]; readonly asked: { readonly period: string } },
) {
  const { template, organisation: org, asked, sums } = of
  const { period } = asked
  const report = await fillReport(hub, { template: template.id, org, period, anyway: true })
  const whole = new Map(sums.filter(isWhole).map((one) => [one.indicator.id, one]))
  const bindings = new Map(template.rows.map((row) => [row.rowId, row]))
  return report.rows.flatMap(({ rowId, label, cells }) => {
    const { indicatorId = null, binding = null } = bindings.get(rowId) ?? {}
    const sum = whole.get(indicatorId ?? '')?.sum
    const isInUnit = binding?.kind !== 'indicator' || binding.dividedBy === undefined
    const [cell] = Object.values(cells)
    const printed = cell && cellNumber(cell)
    if (sum === undefined || sum === null || !isInUnit || !cell) return []
    if (printed === null || printed === sum) return []
    return { indicatorId: indicatorId ?? '', label, units: sum, report: printCell(cell) }
  })
}

/** Rates whose numerator and denominator come from different units, so that what the form makes of them says little. */
export async function ratesOfDifferentUnits(sums: readonly UnitSum[]): Promise<readonly Message[]> {
  const byId = new Map(sums.map((one) => [one.indicator.id, one]))
  const catalogue = await catalogueById()
  return [...catalogue.values()].flatMap(({ label, quotient }) => {
    const numerator = quotient && byId.get(quotient.numerator)
    const denominator = quotient && byId.get(quotient.denominator)
    if (!numerator || !denominator || unitsIn(numerator) === unitsIn(denominator)) return []
    return say(
      '“{label}”: {part} units give its numerator and {whole} its denominator, not the same ones.',
      {
        label,
        part: numerator.given.length,
        whole: denominator.given.length,
      },
    )
  })
}

function unitsIn({ given }: UnitSum): string {
  return given.map(({ code }) => code).join()
}
