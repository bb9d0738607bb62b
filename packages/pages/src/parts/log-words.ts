import { SCOPE_NAMES } from '@cchc/hub/access/scope'
import { ACTIONS } from '@cchc/hub/actions/all'
import { type Html, html, named } from '../html.ts'
import { linkTo, PATHS } from '../links.ts'
import { titleOf } from '../periods.ts'
import { printedCount } from '../printed.ts'

const NAMES: ReadonlyMap<string, string> = new Map(
  ACTIONS.flatMap(({ command, about }) =>
    command === undefined ? [] : [[command.replace(/ [<[].*/, ''), about.vi] as const],
  ),
)

/** What was done, in words; what has none stays as it is written. */
export function actionWords(action: string): Html {
  if (action === 'request') return html`yêu cầu qua HTTP`
  const words = NAMES.get(action)
  return words === undefined ? html`<code>${action}</code>` : html`${words}`
}

/** Who did it: a person or key by name, or the network that a request came from. */
export function whoWords(who: string): Html {
  if (who === 'others') return html`các nơi khác`
  const [, network] = /^network (.*)$/.exec(who) ?? []
  return network === undefined ? named(who) : html`mạng ${named(network)}`
}

const SUBJECTS: Readonly<Record<string, string>> = {
  org: 'đơn vị',
  period: 'kỳ',
  year: 'năm',
  id: 'mã',
  source: 'nguồn',
  stream: 'loại dữ liệu',
  template: 'biểu mẫu',
  scopes: 'quyền',
  until: 'đến ngày',
}

const REFUSED: Readonly<Record<string, string>> = {
  unauthorised: 'không có khóa, hoặc khóa sai',
  wrong_keys: 'quá nhiều khóa sai',
  too_many_requests: 'quá nhiều yêu cầu',
  access_denied: 'khóa không có quyền',
  token_wrong: 'mã truy cập không đúng',
  token_expired: 'mã truy cập hết hạn',
  inbox_key: 'khóa của nguồn sai',
}

/** What it was done to: what the log writes as `name=value`, or why a request was refused. */
export function subjectWords(subject: string): Html {
  const parts = subject.split(/ (?=[a-z]+=)/).map((part) => {
    const [, name = '', value = ''] = /^([a-z]+)=(.*)$/.exec(part) ?? []
    const words = SUBJECTS[name]
    return words === undefined ? refusedWords(part) : html`${words} ${shownValue(name, value)}`
  })
  return html`${parts.map((part, index) => (index === 0 ? part : html`; ${part}`))}`
}

function refusedWords(part: string): Html {
  const [code = '', ...caller] = part.split(' ')
  return named([REFUSED[code] ?? code, ...caller].join(' '))
}

function shownValue(name: string, value: string): Html {
  if (name === 'period') return html`${titleOf(value)}`
  if (name !== 'scopes') return named(value)
  const scopes = value.split(',').map((scope) => scopeWords(scope))
  return named(scopes.join(', '))
}

function scopeWords(scope: string): string {
  return (
    new Map<string, { readonly vi: string }>(Object.entries(SCOPE_NAMES)).get(scope)?.vi ?? scope
  )
}

/** How it ended; a run leads to what it did. */
export function outcomeWords(outcome: string): Html {
  const [, run] = /^run (\d+)$/.exec(outcome) ?? []
  if (run !== undefined) return html`<a href="${linkTo(PATHS.run, { id: run })}">lượt ${run}</a>`
  const [, more] = /^refused, (\d+) more$/.exec(outcome) ?? []
  if (more !== undefined) return html`từ chối thêm ${printedCount(Number(more))} lần`
  return named({ done: 'xong', refused: 'từ chối' }[outcome] ?? outcome)
}
