import type { PlannedOrganisation } from '../plan.ts'
import type { FieldWork } from '../procedures.ts'

/** Reads a table of fields; agencies are second segments of codes, `*` = all of the given organisations. */
export function parseFields(
  table: string,
  organisations: readonly PlannedOrganisation[],
): FieldWork[] {
  return table
    .trim()
    .split('\n')
    .map((line) => parseField(line, organisations))
}

function parseField(line: string, organisations: readonly PlannedOrganisation[]): FieldWork {
  const [code, name, agencies, term, weight, objects] = line.split(' | ')
  if (!code || !name || !agencies || !objects) throw new RangeError(`not a field: ${line}`)
  return {
    code,
    name,
    objects: objects.split('; '),
    term: Number(term),
    weight: Number(weight),
    organisations: agencies === '*' ? organisations : pick(agencies.split(','), organisations),
  }
}

function pick(segments: readonly string[], organisations: readonly PlannedOrganisation[]) {
  return segments.map((segment) => {
    const found = organisations.find((each) => each.code.split('.')[1] === segment)
    if (!found) throw new RangeError(`no organisation ${segment}`)
    return found
  })
}
