import { z } from 'zod'
import { listPeriods } from '../periods/closings.ts'
import { Period } from '../periods/shapes.ts'
import { listOfAll } from './paging.ts'
import { defineQuestion } from './question.ts'

/** Every period that was ever closed, by organisation and days. */
export const periods = defineQuestion({
  command: 'period list',
  path: '/v1/periods',
  tag: 'Periods',
  about: {
    en: 'periods that were ever closed, and everything that was done to them',
    vi: 'các kỳ đã từng chốt và mọi việc đã làm với chúng',
  },
  parameters: z.strictObject({}),
  answer: listOfAll(Period),
  ask: async (hub) => ({ items: await listPeriods(hub) }),
})
