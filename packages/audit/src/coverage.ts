import { AUDIT_RULES } from './audit-rules.ts'
import type { Coverage, RuleCoverage, TableCoverage } from './coverage-shape.ts'
import { AUDIT_NEEDS } from './define-audit-rule.ts'
import { type AuditContext, askedRows, oncePerReport } from './meaning/audit-context.ts'
import { boundsOf } from './meaning/bounds.ts'
import type { FigureText } from './meaning/figure-text.ts'
import { judgedShare } from './meaning/judged-share.ts'
import type { OutlineRow } from './meaning/outline.ts'
import { ratiosWithParts } from './meaning/ratio-parts.ts'
import { differingRates } from './meaning/recomputed-rates.ts'
import { hasNumber, reckoned, sumOf } from './meaning/rows.ts'
import { sumsWithParts } from './meaning/sum-parts.ts'
import { unitKind } from './meaning/unit-kind.ts'
import { type ReadWideTable, wideTables, wrongSum } from './meaning/wide-tables.ts'
import { wrongComplements } from './rules/column-shares-of-hundred.ts'
import { wrongBalance } from './rules/received-resolved-pending.ts'
import { familiesOf, isAdded } from './rules/row-sum.ts'
import { isWrongSum } from './rules/sum-of-parts.ts'

type Outcome = keyof Omit<RuleCoverage, 'rule'>

interface Judged {
  readonly sheet: string | null
  readonly table: number
  readonly rule: string
  readonly outcome: Outcome
}

/** What could be judged of a report. */
export function coverageOf(context: AuditContext): Coverage {
  const judged = [...ofLists(context), ...ofWide(context)]
  return { tables: tablesOf(context, judged), notGiven: notGiven(context) }
}

function tablesOf(context: AuditContext, judged: readonly Judged[]): TableCoverage[] {
  const lists = Map.groupBy(askedRows(context), ({ sheet, table = 1 }) => keyOf({ sheet, table }))
  const wide = wideTables(context).map((table) => {
    const figures = knownFigures(table)
    return { ...placeOf(context, table), rows: table.rows.length, figures }
  })
  const listed = [...lists.values()].flatMap((own) => {
    const figures = own.filter((row) => hasNumber(row) && unitKind(row.unit) !== 'none').length
    return own.slice(0, 1).map(({ sheet, table = 1 }) => {
      return { sheet, table, rows: own.length, figures }
    })
  })
  return [...listed, ...wide].map((table) => ({
    ...table,
    rules: rulesOf(judged.filter((one) => keyOf(one) === keyOf(table))),
  }))
}

/** The numbers in columns that count dossiers. */
function knownFigures({ meanings, rows }: ReadWideTable): number {
  const known = meanings.filter(({ role }) => role !== null)
  return rows.flatMap(({ figures }) => known.filter(({ at }) => figures[at]?.state === 'number'))
    .length
}

function keyOf({ sheet, table }: Pick<Judged, 'sheet' | 'table'>): string {
  return `${sheet ?? ''}\n${table}`
}

function rulesOf(judged: readonly Judged[]): RuleCoverage[] {
  return [...Map.groupBy(judged, ({ rule }) => rule)].map(([rule, own]) => {
    const count = (outcome: Outcome) => own.filter((one) => one.outcome === outcome).length
    return {
      rule,
      satisfied: count('satisfied'),
      broken: count('broken'),
      blank: count('blank'),
      words: count('words'),
      withoutParts: count('withoutParts'),
    }
  })
}

const differing = oncePerReport(
  (context: AuditContext) => new Set(differingRates(context).map(({ parts }) => parts.rate)),
)

function ofLists(context: AuditContext): readonly Judged[] {
  const at = (rule: string, row: OutlineRow, outcome: Outcome): Judged => {
    return { rule, sheet: row.sheet, table: row.table ?? 1, outcome }
  }
  const ratios = ratiosWithParts(context)
  const parted = new Set(ratios.map(({ rate }) => rate))
  const alone = askedRows(context).filter((row) => row.rate && !parted.has(row))
  return [
    ...sumsWithParts(context).map((sum) => {
      const open = lackOf([sum.total, ...sum.parts])
      const outcome = isWrongSum(sum) ? 'broken' : (open ?? 'satisfied')
      return at('sum-of-parts', sum.total, outcome)
    }),
    ...ratios.map(({ rate, numerator, denominator }) => {
      const outcome = differing(context).has(rate)
        ? 'broken'
        : lackOf([rate, numerator, denominator])
      return at('percentage-of-parts', rate, outcome ?? 'satisfied')
    }),
    ...alone.map((rate) => at('percentage-of-parts', rate, 'withoutParts')),
    ...boundsOf(context).map(({ parts, whole }) => {
      const counted = parts.filter(hasNumber)
      const isOver = hasNumber(whole) && counted.length > 0 && sumOf(counted) > whole.figure.value
      return at(
        'part-above-whole',
        whole,
        isOver ? 'broken' : (lackOf([whole, ...parts]) ?? 'satisfied'),
      )
    }),
  ]
}

/** Why rows cannot be reckoned with; undefined = they can. */
function lackOf(rows: readonly OutlineRow[]): 'blank' | 'words' | undefined {
  return lackIn(rows.map(reckoned))
}

function lackIn(figures: readonly (FigureText | undefined)[]): 'blank' | 'words' | undefined {
  const states = figures.map((figure) => figure?.state ?? 'blank')
  if (states.includes('blank')) return 'blank'
  return states.some((state) => state === 'words' || state === 'doubtful') ? 'words' : undefined
}

function ofWide(context: AuditContext): readonly Judged[] {
  return wideTables(context).flatMap((table) => {
    const judged = [...across(table), ...down(table)]
    return judged.map((one) => ({ ...one, ...placeOf(context, table) }))
  })
}

/** Tables with many columns are counted behind the lists of their sheet. */
function placeOf({ report }: AuditContext, { table: { sheet, table = 1 } }: ReadWideTable) {
  const lists = report.rows.filter((row) => row.sheet === sheet).map((row) => row.table ?? 1)
  return { sheet, table: Math.max(0, ...lists) + table }
}

function across({ rows, sums, shares, balances, complements, meanings }: ReadWideTable) {
  const parted = new Set(shares.map(({ share }) => share))
  const held = new Set(complements.flat())
  const alone = meanings.filter(({ at, isShare }) => isShare && !parted.has(at) && !held.has(at))
  return rows.flatMap(({ row, figures }) => [
    ...(row.rate ? [] : sums).map(({ total, parts, complete }) => {
      const terms = parts.map((part) => figures[part])
      return { rule: 'column-sum', outcome: outcomeOf(figures[total], { parts: terms, complete }) }
    }),
    ...shares.flatMap((share) => {
      const judged = judgedShare(share, figures)
      return judged ? { rule: 'column-share', outcome: judged.outcome } : []
    }),
    ...complements.map((columns) => {
      const own = columns.map((at) => figures[at])
      const outcome = wrongComplements(own) ? 'broken' : (lackIn(own) ?? 'satisfied')
      return { rule: 'column-shares-of-hundred', outcome } as const
    }),
    ...alone
      .filter(({ at }) => figures[at]?.state === 'number')
      .map(() => ({ rule: 'column-share', outcome: 'withoutParts' }) as const),
    ...(row.rate ? [] : balances).flatMap((balance) => {
      const { received, closed, carried } = balance
      if (!carried) return []
      const lack = lackIn([received, ...closed].map((at) => figures[at]))
      const outcome = wrongBalance(balance, figures) ? 'broken' : (lack ?? 'satisfied')
      return { rule: 'received-resolved-pending', outcome } as const
    }),
  ])
}

function down(read: ReadWideTable) {
  const { rows, meanings } = read
  return familiesOf(read).flatMap(({ total, parts }) => {
    if (parts.length === 0) return []
    return meanings.filter(isAdded).flatMap(({ at }) => {
      const figures = parts.map((part) => part.figures[at])
      const outcome = outcomeOf(total.figures[at], { parts: figures })
      const hasFigures = rows.some((row) => row.figures[at]?.state === 'number')
      return hasFigures ? { rule: 'row-sum', outcome } : []
    })
  })
}

function outcomeOf(
  total: FigureText | undefined,
  sum: {
    readonly parts: readonly (FigureText | undefined)[]
    readonly complete?: boolean
  },
): Outcome {
  return wrongSum(total, sum) ? 'broken' : (lackIn([total, ...sum.parts]) ?? 'satisfied')
}

/** The rules that look at nothing which was given. */
function notGiven({
  narrative,
  tasks,
  previous,
  stored,
  report,
}: AuditContext): Coverage['notGiven'] {
  const given = {
    text: narrative.length + (report.text ?? []).length > 0,
    tasks: tasks.length > 0,
    previous: previous.length > 0,
    stored: stored.length > 0,
  }
  const needs = Object.keys(AUDIT_NEEDS).filter((need): need is keyof typeof given => need in given)
  return needs.flatMap((need) => {
    const rules = AUDIT_RULES.filter((rule) => rule.needs.every((one) => one === need))
    return given[need] ? [] : [{ need, rules: rules.map(({ id }) => id) }]
  })
}
