import { readFileSync } from 'node:fs'
import { type FilledReport, type Plan, parsePeriod, UsageError } from '@cchc/domain'
import { planReport, readPlanFile } from '@cchc/files/entered'
import { expect, test } from 'vitest'
import { renderReport } from '../../src/index.ts'

const OF = { agency: 'Ban Dân tộc tỉnh Khánh Hòa', year: 2023 }
const HEAD: FilledReport['head'] = {
  province: 'Khánh Hòa',
  agency: OF.agency,
  organisationCode: 'H42.12',
  level: 'department',
  period: parsePeriod('2023'),
  issuedOn: null,
  reportNumber: null,
}

function published(): Promise<Plan> {
  const path = new URL('../../../domain/test/fixtures/khanh-hoa.tasks.json', import.meta.url)
  return readPlanFile({ name: 'khanh-hoa.tasks.json', bytes: readFileSync(path) }, OF)
}

function csv(...lines: readonly string[]) {
  const heads = 'TT;Nhiệm vụ;Sản phẩm;Thời hạn;Phân công thực hiện;Kết quả thực hiện;Ghi chú'
  return { name: 'kế hoạch.csv', bytes: new TextEncoder().encode([heads, ...lines].join('\n')) }
}

test('the published tasks are read, and again from the table that they print', async () => {
  const plan = await published()
  expect(plan.tasks).toHaveLength(30)
  expect(plan.tasks[1]?.deadline).toEqual({
    text: 'Quý III/2023',
    kind: 'quarter',
    dueOn: '2023-09-30',
  })
  for (const format of ['xlsx', 'csv'] as const) {
    const bytes = await renderReport(planReport(plan, HEAD), format)
    const again = await readPlanFile({ name: `bảng.${format}`, bytes }, OF)
    const told = ({ tasks }: Plan) =>
      tasks.map(({ number, group, groupLabel, task, deadline, status }) => {
        return [number, group, groupLabel, task, deadline, status.text]
      })
    expect(told(again)).toEqual(told(plan))
    for (const [index, { documents, resultText }] of plan.tasks.entries()) {
      if (resultText !== null) continue
      const cited = documents.filter(({ role }) => role === 'result')
      expect([index, again.tasks[index]?.documents]).toMatchObject([index, cited])
    }
  }
})

test('every format can be had, with the seven columns of the task table', async () => {
  const report = planReport(await published(), HEAD)
  const md = new TextDecoder().decode(await renderReport(report, 'md'))
  expect(md).toContain('| TT | Nhiệm vụ | Sản phẩm | Thời hạn | Phân công thực hiện |')
  expect(md).toContain('| --- | --- | --- | --- | --- | --- | --- |')
  expect(md).toContain('Quý III/2023')
  expect((await renderReport(report, 'docx')).length).toBeGreaterThan(1000)
})

test('groups, cited results, states and tasks of several lines are read from a table', async () => {
  const file = csv(
    'I;CẢI CÁCH THỂ CHẾ;;;;;',
    '1;Trình dự thảo;Tờ trình;15/02/2023;Phòng A;"Tờ trình số 06/TTr-BDT ngày 14/02/2023";Đúng tiến độ',
    '2;Kế hoạch và báo cáo;Kế hoạch;Trong năm;;;Đang thực hiện',
    ';;Báo cáo;Quý IV/2023;;;Chưa thực hiện',
  )
  const { tasks } = await readPlanFile(file, OF)
  expect(tasks[0]).toMatchObject({
    group: 'I',
    groupLabel: 'CẢI CÁCH THỂ CHẾ',
    status: { kind: 'on_schedule' },
    documents: [{ type: 'Tờ trình', number: '06/TTr-BDT', date: '2023-02-14', role: 'result' }],
  })
  expect(tasks[1]?.parts.map(({ product, deadline }) => [product, deadline.dueOn])).toEqual([
    ['Kế hoạch', '2023-12-31'],
    ['Báo cáo', '2023-12-31'],
  ])
})

test('every fault of a table is named by its cell', async () => {
  const file = csv('x1;Việc;;Năm 2023;;;', '2;;;Năm 2023;;;')
  const refused = await readPlanFile(file, OF).catch((error) => error)
  expect(refused).toBeInstanceOf(UsageError)
  expect(refused.faults.map(({ path }: { path: string }) => path)).toEqual(['A2', 'B3'])
})

test('names the heads that a table must have as they are read', async () => {
  const headed = (heads: string) => {
    const bytes = new TextEncoder().encode(`${heads}\n1;Rà soát TTHC;Quý I/2023`)
    return readPlanFile({ name: 'ke-hoach.csv', bytes }, OF)
  }
  const refused = await headed('number;task;deadline').catch((error) => error)
  expect(refused.fix).toContain('STT, Nhiệm vụ, Thời hạn')
  expect((await headed('STT;Nhiệm vụ;Thời hạn')).tasks).toMatchObject([{ task: 'Rà soát TTHC' }])
})
