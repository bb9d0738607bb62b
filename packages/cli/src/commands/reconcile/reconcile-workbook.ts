import { join, resolve } from 'node:path'
import { printDayRange } from '@cchc/domain'
import { renderListSheet } from '@cchc/hub'
import { writeWhole } from '@cchc/hub/disk'
import type { AnswerOf } from '@cchc/hub/questions/question'
import type { reconciliation } from '@cchc/hub/questions/reconciliation'
import type { Column } from '../../output/listing.ts'
import { typedPath } from '../../output/written-path.ts'
import { type ReconcileLine, reconcileColumns } from './reconcile-columns.ts'

type View = AnswerOf<typeof reconciliation>

/** The comparison as a workbook for people: figures as numbers, what is not stated in words. */
export function reconcileWorkbook(
  view: View,
  { summary, now }: { readonly summary: string; readonly now: number },
): Promise<Uint8Array> {
  const columns = reconcileColumns(view.lines)
  return renderListSheet({
    name: 'Đối chiếu',
    title: 'Bảng đối chiếu số liệu giải quyết thủ tục hành chính giữa các hệ thống',
    lines: [
      `Đơn vị: ${view.organisation?.name ?? 'tất cả các đơn vị'}`,
      `(${printDayRange(view.period)})`,
    ],
    columns: [{ title: 'STT', width: 6, isNumber: true }, ...columns.map(sheetColumn)],
    rows: view.lines.map((line, at) => [at + 1, ...columns.map((column) => cell(column, line))]),
    notes: [`Tổng hợp: ${summary}.`, ...(view.missing ?? [])],
    madeAt: now,
  })
}

function sheetColumn({ title, right = false, flexible = false }: Column<ReconcileLine>) {
  const width = flexible ? 40 : right ? 11 : 15
  return { title: title.replaceAll('\n', ' '), width, isNumber: right }
}

function cell({ right, plain, show }: Column<ReconcileLine>, line: ReconcileLine) {
  const number = right ? (plain?.(line) ?? '') : ''
  return number === '' ? show(line) : Number(number)
}

/** Writes it whole, and returns its path as one would type it. */
export function writeWorkbook(
  bytes: Uint8Array,
  { cwd, folder, view }: { readonly cwd: string; readonly folder: string; readonly view: View },
): string {
  const { organisation, period } = view
  const of = [organisation?.code ?? 'tat-ca', `${period.from}..${period.to}`]
  const path = join(resolve(cwd, folder), `doi-chieu_${of.join('_')}.xlsx`)
  writeWhole(path, bytes)
  return typedPath(path, cwd)
}
