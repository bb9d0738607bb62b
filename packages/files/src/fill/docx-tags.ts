import { BESIDE } from '../document/read-docx.ts'

/** A tag of a document's xml: its name without prefix, its attributes, and its bounds. */
export interface DocxTag {
  readonly kind: 'open' | 'close'
  readonly name: string
  readonly own: string
  readonly start: number
  readonly end: number
}

const TAG = /<(\/?)(?:[\w.-]+:)?([\w.-]+)\b((?:"[^"]*"|'[^']*'|[^<>"'])*?)(\/?)>/g

/** The tags of a `word/document.xml` in their order, without those that readers of it leave out; one without content opens and closes. */
export function* docxTags(xml: string): Generator<DocxTag> {
  let beside = 0
  for (const found of xml.matchAll(TAG)) {
    const [whole, slash, name = '', own = '', closed] = found
    const place = { name, own, start: found.index, end: found.index + whole.length }
    if (slash !== '/') {
      if (beside > 0 || BESIDE.has(name)) beside += 1
      else yield { kind: 'open', ...place }
    }
    if (slash !== '/' && closed !== '/') continue
    if (beside > 0) beside -= 1
    else yield { kind: 'close', ...place }
  }
}
