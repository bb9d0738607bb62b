import { fixture } from '@cchc/domain/testing'
import type { AuditedReport } from '../src/index.ts'

interface Published {
  readonly report: {
    readonly agency: string
    readonly province: string
    readonly issuedOn: string
    readonly reportNumber: string
  }
  readonly rows: readonly {
    readonly code: string
    readonly label: string
    readonly unit: string
    readonly raw: string
    readonly note: string
    readonly rowId: string
  }[]
}

/** A published report as audits read it, with the name of each line's row. */
export function published(name: string): { report: AuditedReport; rowIds: readonly string[] } {
  const { report, rows } = fixture<Published>(name)
  const { agency, province, issuedOn, reportNumber } = report
  const period = { text: null, from: null, to: null }
  return {
    report: {
      head: { title: null, agency, province, issuedOn, reportNumber, period },
      rows: rows.map(({ code, label, unit, raw, note }, index) => ({
        line: index + 1,
        sheet: null,
        code,
        label,
        unit,
        value: raw,
        note,
      })),
    },
    rowIds: rows.map((row) => row.rowId),
  }
}
