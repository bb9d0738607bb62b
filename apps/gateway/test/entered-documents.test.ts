import { expect, it } from 'vitest'
import { createGateway } from '../src/index.ts'
import { fakeHub } from './fake-hub.ts'

const app = createGateway(fakeHub())

async function get(path: string) {
  const response = await app.request(path)
  return { status: response.status, body: JSON.parse(await response.text()) }
}

it('shows how the tasks of a plan stand on a day', async () => {
  const stateOn = async (query: string) => {
    const { body } = await get(`/v1/plans/2023${query}`)
    return [body.on, body.tasks[0].state, body.tasks[0].dueOn]
  }
  expect(await stateOn('')).toEqual(['2023-06-01', 'due', '2023-09-30'])
  expect(await stateOn('?lateOn=2023-10-01')).toEqual(['2023-10-01', 'late', '2023-09-30'])
  expect((await get('/v1/plans/2024')).status).toBe(404)
  const wrong = await get('/v1/plans/2023?dueBy=mai')
  expect([wrong.status, wrong.body.faults[0].path]).toEqual([400, 'dueBy'])
})

it('shows the result of an index and what would have to be gained', async () => {
  const { body } = await get('/v1/indexes?org=H15')
  expect(body.result).toMatchObject({ year: 2022, total: { points: 82.91 } })
  expect(body.gap.domains[0]).toMatchObject({ lost: 1, toGain: 1 })
  expect((await get('/v1/indexes?year=2021')).body.result.year).toBe(2021)
  expect((await get('/v1/indexes?year=x')).status).toBe(400)
  const { body: document } = await get('/openapi.json')
  expect(document.paths).toHaveProperty('/v1/indexes')
})
