import { dayNumber, NOT_REPORTED, NotFoundError, parsePeriod, say } from '@cchc/domain'
import type { NewEnteredFigure, StoredEnteredFigure } from '@cchc/store'
import { z } from 'zod'
import type { HubContext } from '../context.ts'
import { entryOptions } from '../entered/entered-scope.ts'
import { catalogueById } from '../entered/indicators.ts'
import { EnteredIndicator, indicatorAnswer } from '../entered/shapes.ts'
import { organisationScope } from '../organisations/organisations.ts'
import { org, period } from '../questions/parts.ts'
import { defineAction } from '../questions/question.ts'
import { entering } from './entering.ts'

const { by, dryRun } = entering

/**
 * Takes back what was entered from a file, or one entry: what each figure replaced holds again, or it is not reported.
 * Nothing is deleted; whoever takes it back, when and why is kept. NotFoundError where nothing of it holds any more,
 * RunConflict where somebody enters another figure in the same moment.
 */
export const undoIndicators = defineAction({
  command: 'indicators undo <WHAT>',
  scope: 'enter',
  http: {
    method: 'post',
    path: '/v1/indicators/undo',
    query: [],
    body: ['what', 'org', 'period', 'by', 'reason', 'dryRun'],
  },
  tag: 'Entered by people',
  about: {
    en: 'take back what was entered from a file, or one entry; the history is kept',
    vi: 'hoàn tác số liệu đã nhập từ một tệp, hoặc một lần nhập; lịch sử vẫn được giữ',
  },
  parameters: z.strictObject({
    what: z.string().trim().min(1).max(400).meta({
      description: 'name of the file, or the entry as `indicators list` numbers it',
      vi: 'tên tệp, hoặc số lần nhập như ở `indicators list`',
      placeholder: 'what',
    }),
    org,
    period: period.optional().meta(period.meta() ?? {}),
    by,
    reason: z.string().trim().min(1).max(1000).meta({
      description: 'why it is taken back',
      vi: 'lý do hoàn tác',
      placeholder: 'text',
    }),
    dryRun,
  }),
  answer: z.object({
    undone: z.array(EnteredIndicator).describe('What was taken back'),
    kept: z.array(EnteredIndicator).describe('What others had replaced already'),
    dryRun: z.boolean(),
  }),
  async act(hub, asked) {
    const { history, meant } = await entriesOf(hub, asked)
    const undone = meant.filter(({ supersededAt }) => supersededAt === null)
    if (undone.length === 0) throw nothingHolds(asked.what)
    const restored = undone.map((one) => replacedBy(one, history))
    await hub.store.setEnteredFigures(restored, {
      ...entryOptions({ ...asked, replace: true }),
      onlyInPlaceOf: undone.map(({ id }) => id),
    })
    const catalogue = await catalogueById()
    const told = (some: readonly StoredEnteredFigure[]) =>
      some.map((one) => indicatorAnswer(one, catalogue.get(one.indicatorId)))
    const kept = meant.filter((one) => !undone.includes(one))
    return { undone: told(undone), kept: told(kept), dryRun: asked.dryRun ?? false }
  },
})

interface Meant {
  readonly what: string
  readonly org?: string | undefined
  readonly period?: string | undefined
}

/** The last entries that a person means, which one import or one hand made, and all that was entered in their place and before. */
async function entriesOf(hub: HubContext, asked: Meant) {
  const scope = asked.org === undefined ? {} : await organisationScope(hub, asked)
  const { cutOffDay: day } = hub.config.reporting
  const days = asked.period === undefined ? undefined : parsePeriod(asked.period, { day })
  const history = await hub.store.listEnteredFigures({
    ...scope,
    ...(days && { from: dayNumber(days.from), to: dayNumber(days.to) }),
    includeHistory: true,
  })
  const byId = history.filter(({ id }) => id === asked.what)
  const fromFile = history.filter(({ origin }) => {
    return origin?.file === asked.what || origin?.sha256 === asked.what
  })
  const meant = byId.length > 0 ? byId : fromFile
  const newest = Math.max(...meant.map(({ enteredAt }) => enteredAt))
  return { history, meant: meant.filter(({ enteredAt }) => enteredAt === newest) }
}

/** What a figure took the place of, as an entry by hand: whoever looks for its file finds it in the history. */
function replacedBy(
  { id, cell: _, note: __, ...undone }: StoredEnteredFigure,
  history: readonly StoredEnteredFigure[],
): NewEnteredFigure {
  const own = history.filter(
    ({ organisation, from, to, indicatorId }) =>
      organisation === undone.organisation &&
      from === undone.from &&
      to === undone.to &&
      indicatorId === undone.indicatorId,
  )
  const before = own[own.findIndex((one) => one.id === id) - 1]
  const { organisation, from, to, indicatorId, period } = undone
  const { cell, note } = before ?? { cell: NOT_REPORTED, note: '' }
  return { organisation, from, to, indicatorId, period, cell, note, origin: null }
}

function nothingHolds(what: string): NotFoundError {
  return new NotFoundError(say('Nothing that was entered from or as {what} holds.', { what }), {
    fix: say(
      'cchc indicators list --history shows what was entered, from where and by which number.',
    ),
  })
}
