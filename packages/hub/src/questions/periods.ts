import { isWithin, normaliseOrganisationCode } from '@cchc/domain'
import { z } from 'zod'
import { requireOrganisation } from '../organisations/organisations.ts'
import { listPeriods } from '../periods/closings.ts'
import { Period } from '../periods/shapes.ts'
import { listOfAll } from './paging.ts'
import { org } from './parts.ts'
import { defineQuestion } from './question.ts'

/** Every period that was ever closed, by organisation and days. */
export const periods = defineQuestion({
  command: 'period list',
  scope: 'figures:read',
  path: '/v1/periods',
  tag: 'Periods',
  about: {
    en: 'periods that were ever closed, and everything that was done to them',
    vi: 'các kỳ đã từng chốt và mọi việc đã làm với chúng',
  },
  parameters: z.strictObject({
    org: org.meta({
      description: 'only of this organisation and those below it, such as H48.53',
      vi: 'chỉ của đơn vị này và các đơn vị bên dưới, ví dụ H48.53',
      placeholder: 'code',
    }),
  }),
  answer: listOfAll(Period),
  async ask(hub, { org: named }) {
    const root =
      named && (normaliseOrganisationCode(named) ?? (await requireOrganisation(hub.store, named)))
    const all = await listPeriods(hub)
    return { items: all.filter(({ organisation }) => isWithin(organisation.code, root)) }
  },
})
