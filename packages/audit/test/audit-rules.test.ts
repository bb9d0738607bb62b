import { readdirSync } from 'node:fs'
import { inWords } from '@cchc/domain'
import { loadIndicatorCatalogue } from '@cchc/domain/catalogue'
import { describe, expect, test } from 'vitest'
import { type Example, readExample } from '../src/example.ts'
import {
  AUDIT_RULES,
  type AuditedReport,
  type AuditRule,
  auditReport,
  PrintedAudit,
  printAudit,
} from '../src/index.ts'
import { AUDIT_VIETNAMESE, phrase } from '../src/phrases.ts'

const catalogue = await loadIndicatorCatalogue()

function audited(example: Example) {
  const { report, against } = readExample(example)
  return auditReport(report, { ...against, catalogue })
}

/** The same report with spaces around what its rows print, and its letters in parts. */
function padded({ rows, ...report }: AuditedReport): AuditedReport {
  const cells = ({ code, label, unit, value, note }: AuditedReport['rows'][number]) =>
    Object.entries({ code, label, unit, value, note }).map(([name, text]) => [
      name,
      ` ${text.normalize('NFD')} `,
    ])
  return { ...report, rows: rows.map((row) => ({ ...row, ...Object.fromEntries(cells(row)) })) }
}

function rulesTold(example: Example): readonly string[] {
  return [...new Set(audited(example).findings.map(({ rule }) => rule))]
}

describe.each(AUDIT_RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const { wrong, right } = rule

  test('finds what is wrong in its example, as the only one, and nothing in what is right', () => {
    expect(rulesTold(wrong)).toEqual([id])
    expect(rulesTold(right)).toEqual([])
  })

  test('is as sure as it says, and of its kind', () => {
    for (const { kind, severity } of audited(wrong).findings) {
      expect(kind).toBe(rule.kind)
      if (rule.severity !== 'either') expect(severity).toBe(rule.severity)
    }
  })

  test('needs what it says', () => {
    expect(rule.needs).not.toEqual([])
    if (rule.needs.includes('table')) return
    const { report } = readExample(wrong)
    const alone = { head: report.head, rows: report.rows }
    expect(auditReport(alone, { catalogue }).findings.map((one) => one.rule)).not.toContain(id)
  })

  test('is told in whole sentences in both languages', () => {
    for (const { explanation } of audited(wrong).findings) {
      expect(inWords(explanation)).not.toMatch(/\{|undefined/)
    }
    for (const { printed, expected, explanation } of printAudit(audited(wrong)).findings) {
      for (const text of [printed, expected, explanation]) expect(text).not.toMatch(/\{|undefined/)
      expect(explanation).toMatch(/^[\p{Lu}“].*\.$/u)
    }
  })
})

test.each<[string, Example]>([
  ...AUDIT_RULES.map(({ id, wrong }): [string, Example] => [id, wrong]),
  ['percentage-in-text, inside a figure', '1 | Số phòng | Phòng | 3/4, đạt 80%'],
])(
  '%s says the same of cells with spaces around their words, and of decomposed letters',
  (_id, example) => {
    const { report, against } = readExample(example)
    const { previous, stored } = against
    const spaced = auditReport(padded(report), {
      ...against,
      previous: previous && padded(previous),
      stored: stored?.map(padded),
      catalogue,
    })
    expect(printAudit(spaced).findings).toEqual(printAudit(audited(example)).findings)
  },
)

test('every file of the folder is one rule of the list, named for its id', () => {
  const files = readdirSync(new URL('../src/rules', import.meta.url))
  expect(AUDIT_RULES.map(({ id }: AuditRule) => `${id}.ts`).toSorted()).toEqual(files.toSorted())
})

test('a rule comes after those that speak before it', () => {
  for (const [index, { unless }] of AUDIT_RULES.entries()) {
    for (const earlier of unless) expect(AUDIT_RULES.indexOf(earlier)).toBeLessThan(index)
  }
})

const namesIn = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).toSorted()

test('both languages of a text have the same values, Vietnamese is composed, no English has two', () => {
  for (const [en, vi] of Object.entries(AUDIT_VIETNAMESE)) {
    expect(namesIn(vi), en).toEqual(namesIn(en))
    expect(vi).toBe(vi.normalize('NFC'))
    expect(() => phrase(en, `${vi} `)).toThrow(en)
  }
  for (const { sentence } of AUDIT_RULES) expect(AUDIT_VIETNAMESE[sentence.en]).toBe(sentence.vi)
})

test('the document of an audit has the shape that it promises', () => {
  for (const { wrong } of AUDIT_RULES) {
    const printed = printAudit(audited(wrong))
    expect(PrintedAudit.parse(printed)).toEqual(printed)
  }
})
