import { IndexAssessment, Plan, say, UsageError } from '@cchc/domain'
import { readIndexFile, readPlanFile } from '@cchc/files/entered'
import { z } from 'zod'
import { keepDocument } from '../entered/documents.ts'
import { organisationOf } from '../entered/entered-scope.ts'
import { headFindings } from '../entered/head-findings.ts'
import { documentKept } from '../entered/shapes.ts'
import { indexYear } from '../questions/index-result.ts'
import { org, planYear } from '../questions/parts.ts'
import { defineAction } from '../questions/question.ts'
import { anyway, entering, file } from './entering.ts'

/** Keeps a plan's task table. UsageError naming every fault, or the plan that it would replace. */
export const importPlan = defineAction({
  command: 'plan import <FILE>',
  scope: 'enter',
  about: {
    en: 'keep a task table (xlsx, csv, json) of an organisation and year',
    vi: 'lưu bảng nhiệm vụ (xlsx, csv, json) của một đơn vị và năm',
  },
  parameters: z.strictObject({ file, org, year: planYear, ...entering }),
  answer: documentKept(Plan),
  async act(hub, asked) {
    const { organisation } = await organisationOf(hub, asked)
    const content = await readPlanFile(asked.file, { agency: organisation.name, year: asked.year })
    return keepDocument(hub, 'plan', { organisation, asked, content })
  },
})

/** Keeps the result of an index. UsageError also where the file speaks of another year. */
export const importIndex = defineAction({
  command: 'index import <FILE>',
  scope: 'enter',
  about: {
    en: 'keep the result of an index (json, or a table in xlsx or csv)',
    vi: 'lưu kết quả chỉ số (json, hoặc bảng xlsx, csv)',
  },
  parameters: z.strictObject({ file, org, year: indexYear, ...entering, anyway }),
  answer: documentKept(IndexAssessment),
  async act(hub, asked) {
    const { organisation } = await organisationOf(hub, asked)
    const { year } = asked
    const content = await readIndexFile(asked.file, { agency: organisation.name, year })
    if (year !== undefined && year !== content.year) throw otherYear(content.year)
    const head = { agency: content.agency, period: { text: null, from: null, to: null } }
    headFindings({ name: asked.file.name, head }, { name: organisation.name, anyway: asked.anyway })
    return keepDocument(hub, 'index', { organisation, asked, content })
  },
})

function otherYear(year: number): UsageError {
  return new UsageError(say('The file speaks of the year {year}.', { year }), {
    fix: say('Name that year, or leave the year out.'),
    faults: [{ path: 'year', message: say('is {year} in the file', { year }) }],
  })
}
