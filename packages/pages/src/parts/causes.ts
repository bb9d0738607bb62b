import { dossierStatistics } from '@cchc/hub/questions/dossier-statistics'
import { procedures } from '@cchc/hub/questions/procedures'
import type { AnswerOf } from '@cchc/hub/questions/question'
import type { Ask } from '../ask.ts'
import { askedOf, type Chosen } from '../chosen.ts'
import { linkTo, PATHS } from '../links.ts'
import { printedCount } from '../printed.ts'
import type { Piece } from './told.ts'

/** What lowers a rate: the column that counts it, and what it is called. */
const LOWERED_BY = {
  onTime: { column: 'resolvedLate', what: 'hồ sơ giải quyết quá hạn' },
  receivedOnline: {
    column: 'receivedDirectPost',
    what: 'hồ sơ tiếp nhận trực tiếp, qua bưu chính',
  },
} as const

interface Low {
  readonly ask: Ask
  /** Whose rate it is. */
  readonly own: Chosen
  readonly measure: keyof typeof LOWERED_BY
}

type Row = AnswerOf<typeof dossierStatistics>['rows'][number]

/** In which field and procedure most of what lowers a rate lies, and whether that procedure could be done online. */
export async function causesOf(low: Low): Promise<readonly Piece[]> {
  const [field, procedure] = await Promise.all([mostIn(low, 'field'), mostIn(low, 'procedure')])
  if (!field) return []
  const { what } = LOWERED_BY[low.measure]
  const ofField = ` ${what} ở lĩnh vực `
  const name = { name: field.row.group.field?.name ?? 'không nêu' }
  return [' Nguyên nhân: ', field.count, ofField, name, ...(await ofProcedure(low, procedure)), '.']
}

interface Most {
  readonly row: Row
  readonly count: Piece
}

/** The group with most of what lowers the rate. */
async function mostIn(
  { ask, own, measure }: Low,
  by: 'field' | 'procedure',
): Promise<Most | undefined> {
  const { column } = LOWERED_BY[measure]
  const { rows } = await ask(dossierStatistics, { ...askedOf(own), by: [by] })
  const countOf = ({ statistics }: Row) => statistics[column] ?? 0
  const [row] = rows.toSorted((a, b) => countOf(b) - countOf(a))
  if (!row || countOf(row) === 0) return undefined
  const { org, period, rule, partial } = own
  const from = linkTo(PATHS.split, { by, org, period, rule, partial })
  return { row, count: { number: printedCount(countOf(row)), from } }
}

async function ofProcedure(
  { ask, measure }: Low,
  most: Most | undefined,
): Promise<readonly Piece[]> {
  const procedure = most?.row.group.procedure
  if (!most || !procedure) return []
  const online = measure === 'receivedOnline' ? await onlineOf(ask, procedure.code) : ''
  return [
    '; theo thủ tục, nhiều nhất là ',
    { name: procedure.name },
    ' (',
    most.count,
    ` hồ sơ${online})`,
  ]
}

const ONLINE = {
  full: ', thủ tục này đã có dịch vụ công trực tuyến toàn trình',
  partial: ', thủ tục này có dịch vụ công trực tuyến một phần',
} as const

/** Which service a procedure has online; nothing where none is known. */
async function onlineOf(ask: Ask, code: string): Promise<string> {
  const { items } = await ask(procedures, { text: code, limit: 5 })
  const levels = items.find((one) => one.code === code)?.serviceLevels ?? []
  if (levels.includes('full')) return ONLINE.full
  return levels.includes('partial') ? ONLINE.partial : ''
}
