import { SaxesParser } from 'saxes'
import { FIELDS, type Received } from './rows.ts'

/** The records of a page, by the quickest well-known parser and nothing around it. */
export function parseXml(text: string): Received[] {
  const records: Received[] = []
  const parser = new SaxesParser({ xmlns: false, position: false })
  let record: Record<string, string> = {}
  let field = ''
  let depth = 0
  parser.on('opentag', ({ name }) => {
    depth += 1
    if (depth === 2) record = {}
    field = depth === 3 && FIELDS.has(name) ? name : ''
  })
  parser.on('text', (part) => {
    if (field !== '') record[field] = part
  })
  parser.on('closetag', ({ name }) => {
    if (depth === 2 && name === 'data') records.push(record)
    depth -= 1
    field = ''
  })
  parser.write(text).close()
  return records
}
