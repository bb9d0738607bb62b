import { type FiguresOfReport, figuresOfReport, shareInTemplate } from '@cchc/audit/entered'
import { dayNumber, type ReportingPeriod, type ReportTemplate } from '@cchc/domain'
import { loadIndicatorCatalogue } from '@cchc/domain/catalogue'
import type { GivenFile, readReportFile } from '@cchc/files/check'
import { getTemplate } from '@cchc/forms'
import type { NewEnteredFigure } from '@cchc/store'
import { templatesOf } from '../config/templates.ts'
import type { HubContext } from '../context.ts'
import { originOf } from './entered-scope.ts'
import { faulty, listForms } from './indicators.ts'

type Report = Awaited<ReturnType<typeof readReportFile>>

/** The figures of a filled report by the named form, else by the likely one; UsageError that names every fault. */
export async function readFigures(
  hub: HubContext,
  asked: {
    readonly file: GivenFile
    readonly report: Report
    readonly template?: string | undefined
  },
): Promise<FiguresOfReport & { readonly template: ReportTemplate | null }> {
  const { file, report } = asked
  const template = asked.template
    ? getTemplate(asked.template, templatesOf(hub.config))
    : likelyTemplate(report.rows, listForms(hub))
  const read = figuresOfReport(report, { template, catalogue: await loadIndicatorCatalogue() })
  if (read.faults.length > 0) throw faulty(file.name, read.faults)
  return { ...read, template }
}

/** Figures of a file as entries of an organisation and period. */
export function entriesOf(
  figures: FiguresOfReport['figures'],
  of: {
    readonly file: GivenFile
    readonly organisation: string
    readonly period: Pick<ReportingPeriod, 'text' | 'from' | 'to'>
  },
): NewEnteredFigure[] {
  const { organisation, period } = of
  const origin = originOf(of.file)
  const [from, to] = [dayNumber(period.from), dayNumber(period.to)]
  return figures.map(({ address, ...figure }) => {
    const place = { ...origin, address }
    return { organisation, from, to, period: period.text, ...figure, origin: place }
  })
}

const LIKELY = 0.5

/** The form in which most rows of a file stand; null when that is none. */
function likelyTemplate(
  rows: Parameters<typeof shareInTemplate>[0],
  forms: readonly ReportTemplate[],
): ReportTemplate | null {
  const [best] = forms
    .map((template) => ({ template, share: shareInTemplate(rows, template) }))
    .toSorted((a, b) => b.share - a.share)
  return best && best.share >= LIKELY ? best.template : null
}
