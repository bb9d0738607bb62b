import { placeholder } from './placeholder.ts'

/** The paths of all values of a JSON document, `items.*.owner.name`. */
export function jsonPaths(text: string): Set<string> {
  const paths = new Set<string>()
  replaced(JSON.parse(text), '', (value, path) => {
    paths.add(path)
    return value
  })
  return paths
}

/** The document with placeholders for the values at these paths. */
export function maskedJson(text: string, paths: ReadonlySet<string>): string {
  const document = replaced(JSON.parse(text), '', (value, path) =>
    paths.has(path) ? masked(value) : value,
  )
  return JSON.stringify(document, null, 2)
}

function replaced(
  value: unknown,
  path: string,
  replace: (value: unknown, path: string) => unknown,
): unknown {
  const below = (name: string) => (path === '' ? name : `${path}.${name}`)
  if (Array.isArray(value)) return value.map((item) => replaced(item, below('*'), replace))
  if (typeof value !== 'object' || value === null) return replace(value, path)
  const entries = Object.entries(value)
  return Object.fromEntries(
    entries.map(([name, item]) => [name, replaced(item, below(name), replace)]),
  )
}

function masked(value: unknown): unknown {
  if (typeof value === 'string') return placeholder(value)
  if (typeof value === 'number') return Number(placeholder(String(Math.trunc(value))))
  return typeof value === 'boolean' ? false : value
}
