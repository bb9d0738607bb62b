import { expect, it } from 'vitest'
import type { PlannedEvent } from '../src/plan.ts'
import { shrink } from '../src/shrink.ts'

const plan = Array.from(
  { length: 50 },
  (_, at): PlannedEvent => ({ at, name: `event ${at}`, parameters: {} }),
)

it('keeps the events that are needed together, and no other', async () => {
  const needed = [3, 17, 48]
  let lived = 0
  const shortest = await shrink(plan, async (shorter) => {
    lived += 1
    return needed.every((at) => shorter.some((event) => event.at === at))
  })
  expect(shortest.map(({ at }) => at)).toEqual(needed)
  expect(lived).toBeLessThan(150)
})

it('leaves nothing of a plan that breaks by itself', async () => {
  expect(await shrink(plan, async () => true)).toEqual([])
})
