import { z } from 'zod'
import { requireSource } from '../sources/choose-sources.ts'
import { GateEvent, gateEventAnswer, Run, runAnswer } from '../sources/run-answer.ts'
import { page, pageOf } from './paging.ts'
import { id, oneSource } from './parts.ts'
import { defineQuestion } from './question.ts'

/** Runs of all sources or of one, newest first. */
export const runs = defineQuestion({
  command: 'runs',
  scope: 'runs:read',
  path: '/v1/runs',
  tag: 'Operation',
  about: { en: 'what each run did, newest first', vi: 'các lần chạy, mới nhất trước' },
  parameters: z.strictObject({ ...page, source: oneSource }),
  answer: pageOf(Run),
  async ask(hub, asked) {
    const { store, words } = hub
    await requireSource(hub, asked.source)
    const { items, next } = await store.listRuns(asked)
    return { items: items.map((run) => runAnswer(run, words)), next }
  },
})

/** One run; NotFoundError for an unknown id. */
export const oneRun = defineQuestion({
  command: 'runs show <ID>',
  scope: 'runs:read',
  path: '/v1/runs/{id}',
  tag: 'Operation',
  about: { en: 'everything about one run', vi: 'chi tiết một lần chạy' },
  parameters: z.strictObject({ id }),
  answer: Run.extend({
    gate: z.array(GateEvent).describe('Closings, openings and acceptances of what it brought'),
  }).meta({ id: 'RunDetails' }),
  async ask({ store, words }, asked) {
    const run = await store.getRun(asked.id)
    const events = await store.listGateEvents({ run: run.id })
    const gate = events.map((event) => gateEventAnswer(event, words))
    return { ...runAnswer(run, words), gate }
  },
})
