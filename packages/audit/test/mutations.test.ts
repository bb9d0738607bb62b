import { loadIndicatorCatalogue } from '@cchc/domain/catalogue'
import { describe, expect, test } from 'vitest'
import {
  type AuditedRow,
  auditReport,
  type PrintedFinding,
  printAudit,
  UNKNOWN_HEAD,
} from '../src/index.ts'
import { MUTATIONS, type Mutant, REWRITINGS } from './mutations.ts'
import { published } from './published.ts'

const catalogue = await loadIndicatorCatalogue()
const NAMES = ['khanh-hoa', 'hue', 'dak-nong'] as const

function findings(rows: readonly AuditedRow[]): readonly PrintedFinding[] {
  return printAudit(auditReport({ head: UNKNOWN_HEAD, rows: [...rows] }, { catalogue })).findings
}

function signature({ kind, rows }: PrintedFinding): string {
  return `${kind} ${rows.map(({ line }) => line).join(',')}`
}

/** The published reports without the rows that their own defects spoil. */
function soundReports() {
  return NAMES.map((name) => {
    const { rows } = published(name).report
    const before = findings(rows)
    const spoilt = new Set(before.flatMap((one) => one.rows.map(({ line }) => line)))
    return { name, rows, spoilt, before: new Set(before.map(signature)) }
  })
}

interface Spoilt {
  readonly mutant: Mutant
  readonly before: ReadonlySet<string>
  /** Lines that were at fault before. */
  readonly spoilt: ReadonlySet<number>
}

/** More would show no more. */
const MOST = 40

/** Every case audits whole reports again and again, in milliseconds. */
const ENOUGH = 600_000

function mutants(name: string): readonly Spoilt[] {
  const all = soundReports().flatMap(({ rows, spoilt, before }) =>
    (MUTATIONS[name]?.(rows, catalogue) ?? [])
      .filter(({ lines }) => !lines.some((line) => spoilt.has(line)))
      .map((mutant) => ({ mutant, before, spoilt })),
  )
  const step = Math.max(1, Math.floor(all.length / MOST))
  return all.filter((_one, index) => index % step === 0)
}

/** How often a defect is told, and how often an error is told of rows that have nothing to do with it. */
function measured(name: string) {
  const all = mutants(name)
  const results = all.map(({ mutant: { rows, lines, kinds }, before, spoilt }) => {
    const told = findings(rows).filter((one) => !before.has(signature(one)))
    const at = (one: PrintedFinding) => one.rows.some(({ line }) => lines.includes(line))
    const old = (one: PrintedFinding) => one.rows.every(({ line }) => spoilt.has(line))
    return {
      found: told.some((one) => kinds.includes(one.kind) && at(one)),
      beside: told.some((one) => one.severity === 'error' && !at(one) && !old(one)),
    }
  })
  return {
    mutants: all.length,
    missed: results.filter(({ found }) => !found).length,
    beside: results.filter(({ beside }) => beside).length,
  }
}

describe('spoilt published reports', () => {
  test.each(Object.keys(MUTATIONS))(
    '%s is found wherever it is, and nothing else is blamed',
    (name) => {
      const { mutants, missed, beside } = measured(name)
      expect(mutants).toBeGreaterThan(0)
      expect({ missed, beside }).toEqual({ missed: 0, beside: 0 })
    },
    ENOUGH,
  )
})

describe('published reports written differently', () => {
  test.each(Object.entries(REWRITINGS))(
    '%s change nothing',
    (_name, rewrite) => {
      for (const { rows, before } of soundReports()) {
        const told = findings(rows.map((row) => ({ ...row, ...rewrite(row) })))
        expect(new Set(told.map(signature))).toEqual(before)
      }
    },
    ENOUGH,
  )
})
