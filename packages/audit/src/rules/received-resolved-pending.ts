import { totalColumns, wideTables, wrongSum } from '../meaning/wide-tables.ts'
import { defineAuditRule, nameOfRow } from '../rule.ts'

/** In Form II.06a and its like: what was received is resolved or in process. */
export const receivedResolvedPending = defineAuditRule({
  id: 'received-resolved-pending',
  kind: 'sums',
  severity: 'warning',
  needs: ['table'],
  en: '{row}: {printed} dossiers were received, but those resolved and in process make {terms} = {expected}.',
  vi: '{row}: số hồ sơ nhận giải quyết là {printed}, nhưng đã giải quyết cộng đang giải quyết là {terms} = {expected}.',
  example: {
    wide: `
        | Đơn vị | Nhận = Mới + Cũ | Mới | Cũ | Đã giải quyết = Sớm + Trễ | Sớm | Trễ | Đang giải quyết = Trong hạn + Quá hạn | Trong hạn | Quá hạn
      1 | Sở Y tế | 20 | 15 | 5 | 10 | 10 | 0 | [9 | 9 -> 10 | 10] | 0`,
  },
  find: (context) =>
    wideTables(context)
      .filter(({ table }) => table.balanced)
      .flatMap(({ table, rows }) =>
        rows.flatMap(({ row, figures }) => {
          const [received, resolved, open] = totalColumns(table).map((at) => figures[at])
          const wrong = wrongSum(received, [resolved, open])
          return wrong ? { at: row, row: nameOfRow(row), ...wrong } : []
        }),
      ),
})
