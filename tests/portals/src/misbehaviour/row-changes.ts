import type { TextRewriting } from './rewritings.ts'

/** What of rows changes together, as the portals call it; the seed chooses. */
const CHANGED = [
  ['dueDate', 'appointmentDate'],
  ['modifiedDate', 'updatedDate'],
  ['domainCode', 'dossierProgress', 'TENDONVI', 'departmentName'],
] as const

/** Portals whose rows look otherwise from some day on, by name. */
export const ROW_CHANGES: Readonly<Record<string, TextRewriting>> = {
  'renamed-field': (text, seed) =>
    rewritten(text, seed, { json: '"$1New":$2', xml: '<$1New>$2</$1New>' }),
  'retyped-field': (text, seed) =>
    rewritten(text, seed, { json: '"$1":{"value":$2}', xml: '<$1><value>$2</value></$1>' }),
  'new-field': (text, seed) =>
    rewritten(text, seed, { json: '"addedField":true,$&', xml: '<addedField>1</addedField>$&' }),
}

/** `$1` stands for a field's name, `$2` for what it holds. */
function rewritten(
  text: string,
  seed: number,
  to: { readonly json: string; readonly xml: string },
) {
  const names = CHANGED[seed % CHANGED.length]?.join('|')
  return text
    .replace(new RegExp(`"(${names})":("(?:[^"\\\\]|\\\\.)*"|[-\\w.]+)`, 'g'), to.json)
    .replace(new RegExp(`<(${names})>([^<]*)</\\1>`, 'g'), to.xml)
}
