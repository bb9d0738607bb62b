import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Hub, openHub } from '../src/index.ts'
import * as actions from './actions.ts'
import { configFolder, DEPARTMENT } from './config-text.ts'
import * as questions from './questions.ts'

const folder = configFolder({})
const today = Date.UTC(2023, 3, 15, 18)
let hub: Hub

beforeAll(async () => {
  hub = await openHub({
    cwd: folder,
    config: DEPARTMENT,
    env: {},
    now: () => today,
  })
})

afterAll(async () => {
  await hub.close()
})

function published(name: string) {
  const path = new URL(`../../domain/test/fixtures/${name}.json`, import.meta.url)
  return { name: `${name}.json`, bytes: readFileSync(path) }
}

describe('a plan', () => {
  const request = { by: 'an', year: 2023, file: published('khanh-hoa.tasks') }

  it('is kept, told as it stands today in Vietnam, and written as the task table', async () => {
    await expect(hub.ask(questions.plan, { year: 2023 })).rejects.toThrow(
      'No plan of 2023 of H42.12',
    )
    expect(await hub.act(actions.importPlan, { ...request, dryRun: true })).toMatchObject({
      changed: true,
      dryRun: true,
    })
    expect(await hub.act(actions.importPlan, request)).toMatchObject({ changed: true, year: 2023 })
    expect(await hub.act(actions.importPlan, request)).toMatchObject({ changed: false })
    const view = await hub.ask(questions.plan, { year: 2023 })
    expect(view).toMatchObject({
      on: '2023-04-16',
      enteredBy: 'an',
      origin: { file: 'khanh-hoa.tasks.json' },
    })
    expect(view.tasks).toHaveLength(30)
    expect(view.tasks[1]).toMatchObject({ dueOn: '2023-09-30', task: { number: 2 } })
    const report = await hub.ask(questions.planReport, { year: 2023 })
    expect(report.rows.filter(({ code }) => code === '2')).toHaveLength(1)
    expect(report.head.agency).toBe('Ban Dân tộc tỉnh Khánh Hòa')
  })

  it('tells what is due by a day and late on one, never both', async () => {
    const numbers = async (days: { dueBy?: string; lateOn?: string }) =>
      (await hub.ask(questions.plan, { year: 2023, ...days })).tasks.map(({ task }) => task.number)
    const late = await numbers({ lateOn: '2023-12-31' })
    const due = await numbers({ dueBy: '2023-12-31' })
    expect(due.length).toBeGreaterThanOrEqual(late.length)
    expect(await numbers({ lateOn: '2022-12-31' })).toEqual([])
    await expect(numbers({ lateOn: '2023-12-31', dueBy: '2023-12-31' })).rejects.toMatchObject({
      code: 'usage_invalid',
    })
    const wrong = questions.plan.parameters.safeParse({
      year: 2023,
      dueBy: '31/12/2023',
      lateOn: 'soon',
    })
    expect(wrong.error?.issues.map(({ path }) => path)).toEqual([['dueBy'], ['lateOn']])
  })

  it('is not replaced without a reason', async () => {
    const text = JSON.stringify([
      { no: 1, task: 'Việc khác', deadline: 'Trong năm', status: 'Đang thực hiện' },
    ])
    const file = { name: 'khác.json', bytes: new TextEncoder().encode(text) }
    await expect(hub.act(actions.importPlan, { ...request, file })).rejects.toThrow('entered by an')
    const replacing = { ...request, file, by: 'binh', replace: true, reason: 'Điều chỉnh' }
    expect(await hub.act(actions.importPlan, replacing)).toMatchObject({ changed: true })
    const { tasks, reason } = await hub.ask(questions.plan, { year: 2023 })
    expect([tasks.length, tasks[0]?.dueOn, reason]).toEqual([1, '2023-12-31', 'Điều chỉnh'])
    const late = await hub.ask(questions.plan, { year: 2023, lateOn: '2024-01-01' })
    expect(late.tasks.map(({ state }) => state)).toEqual(['late'])
  })
})

it('keeps the result of an index and says what its target asks for', async () => {
  const file = published('quang-ngai.index')
  await expect(hub.act(actions.importIndex, { by: 'an', year: 2021, file })).rejects.toThrow('2022')
  await expect(hub.act(actions.importIndex, { by: 'an', file })).rejects.toMatchObject({
    faults: [{ message: { values: { agency: 'Ban Dân tộc tỉnh Quảng Ngãi' } } }],
  })
  const kept = await hub.act(actions.importIndex, { by: 'an', file, anyway: true })
  expect(kept).toMatchObject({ year: 2022 })
  const view = await hub.ask(questions.indexResult, {})
  expect(view).toMatchObject({ year: 2022, origin: { file: 'quang-ngai.index.json' } })
  expect(view.gap.target).toMatchObject({ toGain: 2.09, exclusive: true, places: 3 })
})
