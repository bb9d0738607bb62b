import { createHash } from 'node:crypto'
import type { HttpIo, ReadRequest } from '@cchc/connector-kit'
import type { PortalFigure } from '@cchc/domain'
import { z } from 'zod'
import type { ReportingConfig } from './config.ts'
import { GROUPS, type Group, measuresOf } from './measures.ts'
import { type PortalPeriod, portalPeriods } from './periods.ts'
import { plainText } from './plain-text.ts'
import { readableRows } from './readable-rows.ts'
import { organisationCode, type Reporting } from './reporting.ts'
import { type JsonObject, textOf } from './values.ts'

/**
 * How many steps of which pass have been read. The portal counts past periods again from what it knows today, so a
 * finished pass is followed by a whole new one.
 */
export const FigureCursor = z.object({ position: z.int().min(0), passHash: z.string() })
export type FigureCursor = z.output<typeof FigureCursor>

export interface FigurePage {
  readonly records: readonly PortalFigure[]
  readonly cursor: FigureCursor
}

interface Source {
  readonly reporting: Reporting
  readonly settings: ReportingConfig
  readonly io: HttpIo
}

interface Step {
  readonly period: PortalPeriod
  readonly group: Group
}

/**
 * One page a period and group: the rows of the root and all below it, one record a figure. Days that a person asks for
 * leave the position of the pass alone.
 */
export async function* readFigures(
  { reporting, settings, io }: Source,
  request: ReadRequest<FigureCursor>,
): AsyncGenerator<FigurePage, void, undefined> {
  const { cursor, from, to } = request
  const periods = portalPeriods(settings, { now: io.now(), from, to })
  const steps = periods.flatMap((period) => GROUPS.map((group) => ({ period, group })))
  const passHash = hashOf(reporting.rootCode, steps)
  const isLimited = from !== undefined || to !== undefined
  const isUnderWay = cursor?.passHash === passHash && cursor.position < steps.length
  const rows = createRows(reporting)
  const kept = cursor ?? { position: 0, passHash: '' }
  for (
    let position = isUnderWay && !isLimited ? cursor.position : 0;
    position < steps.length;
    position += 1
  ) {
    const step = steps[position] as Step
    yield {
      records: figuresOf(await rows(step), step),
      cursor: isLimited ? kept : { position: position + 1, passHash },
    }
  }
}

function hashOf(rootCode: string, steps: readonly Step[]): string {
  const text = steps.map(({ period, group }) => `${period.from} ${period.to} ${group}`)
  return createHash('sha256')
    .update([rootCode, ...text].join('\n'))
    .digest('base64url')
    .slice(0, 16)
}

/** The portal's id of the root is asked for once, where the pass did not come by it. */
export function createRows(reporting: Reporting): (step: Step) => Promise<JsonObject[]> {
  let rootId: string | undefined
  const rootRow = async (period: PortalPeriod) => {
    const row = await reporting.rootRow(period)
    rootId = textOf(row.departmentId)
    return row
  }
  return async ({ period, group }) => {
    if (group === 'service-results') return [await rootRow(period)]
    if (rootId === undefined) await rootRow(period)
    return reporting.rows(group, { period, rootId: rootId ?? '' })
  }
}

function figuresOf(rows: readonly JsonObject[], step: Step): PortalFigure[] {
  const { mapped, unreadable } = readableRows(rows, (row) => figures(row, step))
  return [...mapped.flat(), ...unreadable]
}

function figures(row: JsonObject, { period, group }: Step): PortalFigure[] {
  const { from, to, provisional } = period
  const organisation = {
    organisationCode: organisationCode(row),
    organisationName: plainText(textOf(row.departmentName) ?? ''),
  }
  return measuresOf(group, row).map(({ name, value, quality, scored }) => ({
    ...organisation,
    from,
    to,
    measure: `${group}.${name}`,
    value,
    quality,
    provisional,
    ...(scored && { scored }),
  }))
}
