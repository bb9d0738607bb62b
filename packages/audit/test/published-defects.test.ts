import { loadIndicatorCatalogue } from '@cchc/domain/catalogue'
import { expect, test } from 'vitest'
import { auditReport, type PrintedFinding, printAudit } from '../src/index.ts'
import { published } from './published.ts'

const catalogue = await loadIndicatorCatalogue()

function audited(name: string) {
  const { report, rowIds } = published(name)
  const { findings, checked } = printAudit(auditReport(report, { catalogue }))
  const rowsOf = (one: PrintedFinding) => one.rows.map(({ line }) => rowIds[line - 1] ?? '')
  const told = (severity: PrintedFinding['severity']) =>
    findings
      .filter((one) => one.severity === severity)
      .map((one) => `${one.kind} ${rowsOf(one).join(' ')}`.trim())
  return { errors: told('error'), warnings: told('warning'), findings, checked }
}

test('every certain table defect of the Khánh Hòa report is found, and no other error', () => {
  const { errors, warnings, checked } = audited('khanh-hoa')
  expect(errors).toEqual([
    '8',
    '5 kh:1.6/2',
    '5 kh:1.7',
    '5 kh:7.6.2/1',
    '5 kh:7.6.3/1',
    '5 kh:7.6.3/2',
  ])
  expect(warnings).toContain('6 kh:2.1')
  expect(checked).toBe(125)
})

test('every certain table defect of the Huế report is found, and no other error', () => {
  expect(audited('hue').errors).toEqual([
    '8 hue:1.1.3',
    '6 hue:1.1.1#2 hue:1.1.2#2 hue:1.1.3#2 hue:1.1.4',
    '8 hue:1.3.1',
    '8 hue:1.3.2',
    '8 hue:1.3.3',
    '3 hue:3.5.2 hue:3.5.1',
    '8 hue:7.1',
    '5 hue:7.4',
    '8 hue:7.6.2',
    '9 hue:7.6.2/1 hue:7.6.2/2',
  ])
})

test('the Đắk Nông report: what its own figures contradict, and what only may be wrong', () => {
  const { errors, warnings } = audited('dak-nong')
  expect(errors).toEqual([
    '8 dn:II/1',
    '1 dn:II/2.2 dn:II/2.2.2 dn:II/2.2.1',
    '1 dn:II/3.2 dn:II/3.2.2 dn:II/3.2.1',
    '6 dn:IV/2#2 dn:IV/2.1#2 dn:IV/2.2#2 dn:IV/2.3#2 dn:IV/2.4#2 dn:IV/2.5#2',
    '2 dn:VI/2.4 dn:VI/2.4.1 dn:VI/2.4.2 dn:VI/2.4.3',
    '5 dn:VII/6.4.2',
  ])
  expect(warnings).toEqual([
    '4 dn:IV/1.5 dn:VI/2.1',
    '5 dn:VI/1.1',
    '5 dn:VI/1.2',
    '2 dn:VII/6.3.1 dn:VII/6.1.2 dn:VII/6.2.2',
  ])
})

test('an explanation is a Vietnamese sentence that says what, where and why', () => {
  const { findings } = audited('hue')
  expect(findings.find((one) => one.rule === 'part-above-whole')?.explanation).toBe(
    '“Số TTHC cung cấp mức độ 3, 4 trên Cổng DVC” (dòng 49) là 3, lớn hơn 2 ở dòng 48 (mục 3.5.1) “Số TTHC được tích hợp lên Cổng DVC”, trong khi đó chỉ là một phần của số này.',
  )
})
