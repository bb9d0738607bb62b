import { say } from '@cchc/domain'
import { loadIndicatorCatalogue } from '@cchc/domain/catalogue'
import { expect, test } from 'vitest'
import { defineAuditRule } from '../src/define-audit-rule.ts'
import { auditContext, oncePerReport } from '../src/meaning/audit-context.ts'
import { list } from './list.ts'

const catalogue = await loadIndicatorCatalogue()
const context = () =>
  auditContext(list('1 | Số hồ sơ | Hồ sơ | 1\n2 | Số khác | Hồ sơ | 2'), catalogue)

const FACTS = {
  kind: 'units',
  needs: ['table'],
  en: '{where} is odd',
  vi: '{where} lạ',
  example: '',
} as const

const odd = (line: number) =>
  defineAuditRule({
    ...FACTS,
    id: `odd-${line}`,
    severity: 'warning',
    find: ({ rows }) =>
      rows
        .filter((row) => row.line >= line)
        .map((row) => ({ at: row, printed: '', expected: '', where: row.line })),
  })

test('a finding has the sentence of its rule with its own values, and nothing of how its row was read', () => {
  expect(odd(2).find(context())).toEqual([
    {
      rule: 'odd-2',
      kind: 'units',
      severity: 'warning',
      printed: '',
      expected: '',
      explanation: say('{where} is odd', { where: 2 }),
      rows: [{ line: 2, code: '2', label: 'Số khác' }],
    },
  ])
})

test('of a row that an earlier rule has told, a rule that yields to it says nothing', () => {
  const earlier = odd(2)
  const later = defineAuditRule({
    ...FACTS,
    id: 'later',
    severity: 'either',
    unless: [earlier],
    find: ({ rows }) =>
      rows.map((row) => ({
        at: row,
        certain: row.line === 1,
        printed: '',
        expected: '',
        where: row.line,
      })),
  })
  const told = later.find(context()).map(({ rows, severity }) => [rows[0]?.line, severity])
  expect(told).toEqual([[1, 'error']])
})

test('a search is made once for each report, however many rules ask', () => {
  let made = 0
  const search = oncePerReport(({ rows }) => {
    made += 1
    return rows.length === 2 ? undefined : rows.length
  })
  const [one, other] = [context(), context()]
  expect([search(one), search(one), search(other)]).toEqual([undefined, undefined, undefined])
  expect(made).toBe(2)
})

test('a value of the sentence that is missing, and a rule that does not say how sure it is', () => {
  const found = { places: [], printed: '', expected: '' }
  const declare = () => {
    defineAuditRule({
      ...FACTS,
      id: 'x',
      severity: 'error',
      // @ts-expect-error the sentence names {where}
      find: () => [found],
    })
    // @ts-expect-error each finding has to say how certain it is
    defineAuditRule({
      ...FACTS,
      id: 'x',
      severity: 'either',
      find: () => [{ ...found, where: 1 }],
    })
  }
  expect(declare).not.toThrow()
})
