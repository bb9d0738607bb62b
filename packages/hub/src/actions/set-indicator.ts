import { readEnteredCell } from '@cchc/audit/entered'
import { dayNumber, say, UsageError } from '@cchc/domain'
import type { CatalogueIndicator } from '@cchc/domain/catalogue'
import { z } from 'zod'
import { requireBegun } from '../entered/begun-period.ts'
import { entryOptions, scopeOf } from '../entered/entered-scope.ts'
import { faulty, requireIndicator } from '../entered/indicators.ts'
import { EnteredIndicator, indicatorAnswer } from '../entered/shapes.ts'
import { org, period } from '../questions/parts.ts'
import { defineAction } from '../questions/question.ts'
import { entering } from './entering.ts'

const NO_NUMBER = say('words, where a number is asked for; put words into the note')

/** Enters one figure. A reason is leave to replace: there is but one figure to speak of. */
export const setIndicator = defineAction({
  command: 'indicators set <ID> <VALUE>',
  scope: 'enter',
  http: {
    method: 'put',
    path: '/v1/indicators/{id}',
    query: ['org', 'period'],
    body: ['value', 'note', 'by', 'reason'],
  },
  tag: 'Entered by people',
  about: {
    en: 'enter one figure by the id of its indicator; "" for blank, - for not applicable',
    vi: 'nhập một số liệu theo mã chỉ tiêu; "" là để trống, - là không phát sinh',
  },
  parameters: z.strictObject({
    id: z.string().min(1).max(80).meta({
      description: 'id of an indicator',
      vi: 'mã chỉ tiêu',
      placeholder: 'id',
    }),
    value: z.string().max(4000).meta({
      description: 'as people write it: 1.909, 99,73%, - (not applicable) or empty (not reported)',
      vi: 'như viết trong báo cáo: 1.909, 99,73%, - (không phát sinh) hoặc để trống (chưa có số liệu)',
      placeholder: 'text',
    }),
    org,
    ...entering,
    period,
    note: z.string().max(4000).optional().meta({
      description: 'note that the form prints beside the figure',
      vi: 'ghi chú in cạnh số liệu trong biểu mẫu',
      placeholder: 'text',
    }),
  }),
  answer: EnteredIndicator.extend({
    dryRun: z.boolean().describe('true = nothing was entered; this is what would be'),
  }),
  async act(hub, { id, value, note = '', ...asked }) {
    const { organisation, period: days } = await scopeOf(hub, asked)
    requireBegun(hub, days)
    const indicator = await requireIndicator(id)
    if (indicator.quotient) throw computedRate(indicator.id, indicator.quotient)
    const read = readEnteredCell(value, indicator)
    if ('fault' in read) throw faulty(indicator.id, [{ path: 'value', message: read.fault }])
    if (read.words) throw faulty(indicator.id, [{ path: 'value', message: NO_NUMBER }])
    const key = {
      indicatorId: indicator.id,
      organisation: organisation.code,
      from: dayNumber(days.from),
      to: dayNumber(days.to),
    }
    const figure = { ...key, period: days.text, cell: read.cell, note, origin: null }
    const replace = asked.replace || asked.reason !== undefined
    const { dryRun = false, by } = asked
    const how = entryOptions({ ...asked, replace })
    await hub.store.setEnteredFigures([figure], how)
    const [stored] = dryRun ? [] : await hub.store.listEnteredFigures(key)
    const wouldBe = { ...figure, id: '', enteredBy: by, enteredAt: hub.now(), supersededAt: null }
    return {
      ...indicatorAnswer(stored ?? { ...wouldBe, reason: how.reason ?? null }, indicator),
      dryRun,
    }
  },
})

function computedRate(
  id: string,
  quotient: NonNullable<CatalogueIndicator['quotient']>,
): UsageError {
  return new UsageError(say('{id} is computed from its parts and cannot be entered.', { id }), {
    fix: say('Enter {numerator} and {denominator}.', { ...quotient }),
    faults: [{ path: 'id', message: say('is a rate') }],
  })
}
