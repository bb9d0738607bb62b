import { say } from '@cchc/domain'
import { expect, test } from 'vitest'
import { mapEach, refuse, refusedRecord, unreadableReason } from '../src/index.ts'

test('a row can be refused in the words of the connector, with the field and what to do', () => {
  const fix = say('Publish it at the portal.')
  const { mapped, unreadable } = mapEach(
    ['published', 'draft', 'broken'],
    (state) => {
      if (state === 'draft') refuse(say('is a draft'), { path: 'state', fix })
      if (state === 'broken') throw new TypeError(state)
      return { state }
    },
    (state) => ({ code: state }),
  )
  expect(mapped).toEqual([{ state: 'published' }])
  expect(unreadable.map((row) => (row as { code: string }).code)).toEqual(['draft', 'broken'])
  expect(unreadable.map(unreadableReason)).toEqual([
    { path: 'state', message: say('is a draft'), fix },
    { path: '', message: say('holds something that cannot be read') },
  ])
})

test('what is no row can be refused as a record', () => {
  const message = say('{file}: is no workbook', { file: 'a.xlsx' })
  const record = refusedRecord(message, { known: { code: 'a.xlsx' } })
  expect(record).toMatchObject({ code: 'a.xlsx' })
  expect(unreadableReason(record)).toEqual({ path: '', message })
  expect(unreadableReason({ code: 'a.xlsx' })).toBeUndefined()
})
