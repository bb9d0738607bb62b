import { onlineShare } from '@cchc/domain'
import type { dossierStatistics } from '@cchc/hub/questions/dossier-statistics'
import type { AnswerOf } from '@cchc/hub/questions/question'
import type { Chosen } from '../chosen.ts'
import { printedCount, printedRate } from '../printed.ts'
import { figure } from './figure.ts'
import type { Column } from './table.ts'

type Answer = AnswerOf<typeof dossierStatistics>

/** A row of statistics, and the figures that each of its numbers can be asked for. */
export interface FiguresRow extends Pick<Answer['total'], 'statistics' | 'onTime' | 'extras'> {
  /** Absent = `why` cannot be asked for its numbers by themselves. */
  readonly chosen: Chosen | undefined
}

/** The columns of a table of statistics, each number with its way to where it comes from. */
export function figureColumns<Row extends FiguresRow>(): readonly Column<Row>[] {
  return [
    ...counted<Row>([
      ['receivedTotal', 'Nhận giải quyết (3)'],
      ['resolvedTotal', 'Đã giải quyết (7)'],
      ['resolvedLate', 'Quá hạn (10)'],
    ]),
    {
      title: 'Tỷ lệ đúng hạn',
      isNumber: true,
      cell: ({ onTime, chosen }) => figure(printedRate(onTime), 'onTime', chosen),
    },
    ...counted<Row>([
      ['pendingTotal', 'Đang giải quyết (11)'],
      ['pendingOverdue', 'Đang quá hạn (13)'],
    ]),
    {
      title: 'Tỷ lệ trực tuyến',
      isNumber: true,
      cell: ({ chosen, ...row }) => figure(printedRate(onlineShare(row)), 'receivedOnline', chosen),
    },
  ]
}

type CountColumn = keyof Answer['total']['statistics']

function counted<Row extends FiguresRow>(
  named: readonly (readonly [CountColumn, string])[],
): readonly Column<Row>[] {
  return named.map(([key, title]) => ({
    title,
    isNumber: true,
    cell: ({ statistics, chosen }) => figure(printedCount(statistics[key]), key, chosen),
  }))
}
