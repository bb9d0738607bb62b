import type { Act } from '@cchc/store'
import { personOf } from '../person.ts'
import type { Exchange } from '../questions/question.ts'

/** Parameters that tell what something is done to; none of them can hold what is personal. */
const SUBJECT = ['org', 'period', 'year', 'id', 'source', 'stream', 'template', 'scopes', 'until']

/** What is done, as the audit log tells it. */
export function actOf({ command = '' }: Pick<Exchange, 'command'>, asked: object): Act {
  const given = new Map(Object.entries(asked))
  const subject = SUBJECT.flatMap((name) => {
    const value = given.get(name)
    const text = Array.isArray(value) ? value.join(',') : (value ?? '')
    return text === '' ? [] : [`${name}=${text}`]
  })
  const by = given.get('by')
  return {
    who: personOf(typeof by === 'string' ? by : undefined),
    action: command.replace(/ [<[].*/, ''),
    subject: subject.join(' ').slice(0, 500),
  }
}
