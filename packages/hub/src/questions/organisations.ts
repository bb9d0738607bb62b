import { Day, folded } from '@cchc/domain'
import { z } from 'zod'
import { organisationsOf } from '../organisations/in-tree.ts'
import { page, pageByKey, pageOf } from './paging.ts'
import { words } from './parts.ts'
import { defineQuestion } from './question.ts'

const Organisation = z
  .object({
    code: z.string(),
    oldCode: z.string().nullable().describe('In the form of QCVN 102:2016'),
    name: z.string(),
    level: z.string(),
    parentCode: z.string().nullable(),
  })
  .meta({ id: 'Organisation' })

/** All organisations that are known, or those of the tree of a day, by code. */
export const organisations = defineQuestion({
  command: 'organisations',
  scope: 'figures:read',
  forPublic: 'whole',
  path: '/v1/organisations',
  takesMoments: true,
  tag: 'Catalogue',
  about: { en: 'organisations and their codes', vi: 'các đơn vị và mã' },
  parameters: z.strictObject({
    ...page,
    text: words.meta({
      description: 'only those whose code or name contains this',
      vi: 'chỉ những đơn vị có mã hoặc tên chứa chuỗi này',
      placeholder: 'text',
    }),
    treeAt: Day.optional().meta({
      description: 'only those of this day, such as 2025-06-30 (all unless told)',
      vi: 'chỉ những đơn vị của ngày này, chẳng hạn 2025-06-30 (mặc định tất cả)',
      placeholder: 'day',
    }),
  }),
  answer: pageOf(Organisation),
  async ask(hub, { text = '', treeAt, ...part }) {
    const found = (await organisationsOf(hub, treeAt)).filter(({ code, oldCode, name }) =>
      folded(`${code} ${oldCode ?? ''} ${name}`).includes(folded(text)),
    )
    return pageByKey(found, part, ({ code }) => code)
  },
})
