import { say, UsageError } from '@cchc/domain'

/** Servers and proxies take no longer one. */
const LONGEST = 8000

/** Where a question is asked: its path with the parameters that are parts of it, the others as the query. */
export function addressOf(
  base: URL,
  { path, asked }: { readonly path: string; readonly asked: object },
): URL {
  const texts = Object.entries(asked).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, textOf(value)] as const],
  )
  const given = new Map(texts)
  const own = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const text = given.get(name) ?? ''
    given.delete(name)
    return encodeURIComponent(text)
  })
  const url = new URL(`${base.href.replace(/[?#].*$/, '').replace(/\/+$/, '')}${own}`)
  url.search = new URLSearchParams([...given]).toString()
  if (url.href.length <= LONGEST) return url
  throw new UsageError(say('What is asked is longer than {most} characters.', { most: LONGEST }), {
    fix: say('Ask for less at once.'),
  })
}

/** A value as people write it, which is how it is sent. */
function textOf(value: unknown): string {
  return Array.isArray(value) ? value.join(',') : String(value)
}
