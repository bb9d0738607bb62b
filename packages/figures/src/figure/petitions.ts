import { PETITION_COUNTS, PetitionCount } from '@cchc/domain'
import { z } from 'zod'
import { defineFigure } from './define-figure.ts'
import { namesOf, oneOf } from './parameters.ts'
import { readPeriodCount } from './read-period-count.ts'

const ABOUT = {
  regulations: 'Phản ánh, kiến nghị về quy định hành chính',
  all: 'Mọi phản ánh, kiến nghị',
} as const satisfies Record<PetitionCount['about'], string>

/** Petitions (phản ánh, kiến nghị) of the period, as sources state them. */
export const petitions = defineFigure({
  id: 'petitions',
  name: 'Phản ánh, kiến nghị',
  where: z.strictObject({
    count: oneOf(namesOf(PETITION_COUNTS)),
    about: oneOf(PetitionCount.shape.about.options),
  }),
  of: ({ count, about }) => {
    const { name, kind } = PETITION_COUNTS[count]
    const query = { entity: 'petition-count', count, kind, about } as const
    return {
      kind,
      conditions: [{ name: 'Nội dung', value: ABOUT[about] }],
      noted: [name, ABOUT[about]],
      missing: `Chưa nguồn nào cung cấp số liệu này của đơn vị cho đủ các ngày trong kỳ: ${name} (${ABOUT[about].toLowerCase()}).`,
      read: ({ scope }) => readPeriodCount(scope, query),
      behind: { records: 'period-counts', query },
    }
  },
})
