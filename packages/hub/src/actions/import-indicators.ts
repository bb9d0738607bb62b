import { inWords } from '@cchc/domain'
import { readReportFile } from '@cchc/files/check'
import { z } from 'zod'
import { requireBegun } from '../entered/begun-period.ts'
import { entryOptions, originOf, scopeOf } from '../entered/entered-scope.ts'
import { headFindings } from '../entered/head-findings.ts'
import { entriesOf, readFigures } from '../entered/read-figures.ts'
import { Days, formName, Named, org, period } from '../questions/parts.ts'
import { defineAction } from '../questions/question.ts'
import { filesVietnamese } from '../vietnamese/files.ts'
import { anyway, entering, file } from './entering.ts'

const Ids = z.array(z.string())

/**
 * Takes the figures of a filled report, all or none. UsageError that names every fault of the file by the address of
 * its cell, or every figure that it would replace.
 */
export const importIndicators = defineAction({
  command: 'indicators import <FILE>',
  scope: 'enter',
  http: {
    method: 'post',
    path: '/v1/indicators/import',
    query: ['org', 'period', 'template', 'anyway', 'by', 'replace', 'reason', 'dryRun'],
    body: [],
    files: ['file'],
  },
  tag: 'Entered by people',
  about: {
    en: 'enter the figures of a filled report (xlsx, docx, xls, ods, odt, csv, json), all or none',
    vi: 'nhập số liệu từ một báo cáo đã điền (xlsx, docx, xls, ods, odt, csv, json), nhập tất cả hoặc không nhập gì',
  },
  parameters: z.strictObject({
    file,
    org,
    ...entering,
    period,
    template: formName,
    anyway,
  }),
  answer: z
    .object({
      organisation: Named,
      period: Days.extend({ text: z.string() }),
      file: z.object({ name: z.string(), sha256: z.string() }),
      template: z.string().nullable(),
      added: Ids,
      replaced: Ids,
      unchanged: Ids,
      computed: Ids.describe('Rates that the hub computes from their parts'),
      blank: Ids.describe('Indicators whose cells are blank'),
      findings: z.array(
        z.object({
          address: z.string(),
          severity: z.enum(['error', 'warning']),
          message: z.string(),
        }),
      ),
      dryRun: z.boolean(),
    })
    .meta({ id: 'ImportedIndicators', description: 'What was entered, or would be' }),
  async act(hub, asked) {
    const { organisation, period } = await scopeOf(hub, asked)
    requireBegun(hub, period)
    const report = await readReportFile(asked.file)
    const own = { name: organisation.name, period, anyway: asked.anyway }
    const head = headFindings({ name: asked.file.name, head: report.head }, own)
    const read = await readFigures(hub, { ...asked, report })
    const { template } = read
    const origin = originOf(asked.file)
    const scope = { organisation: organisation.code, period }
    const entries = entriesOf(read.figures, { ...scope, file: asked.file })
    const outcome = await hub.store.setEnteredFigures(entries, entryOptions(asked))
    const { computed, blank } = read
    const unread = report.unread.map((one): (typeof head)[number] => {
      return { address: 'tệp', severity: 'warning', message: inWords(one, filesVietnamese) }
    })
    const findings = [...head, ...unread, ...read.findings]
    const from = { name: origin.file, sha256: origin.sha256 }
    const done = { ...outcome, computed, blank, findings, dryRun: asked.dryRun ?? false }
    return { organisation, period, file: from, template: template?.id ?? null, ...done }
  },
})
