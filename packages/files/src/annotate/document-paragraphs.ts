import { type DocxTag, docxTags } from '../fill/docx-tags.ts'
import { unescaped } from './plain-words.ts'

/**
 * A paragraph of a document's xml: its bounds, where its content begins behind its properties, where its closing tag does
 * (at its start where it is one tag alone), and its words.
 */
export interface DocxParagraph {
  readonly start: number
  readonly content: number
  readonly close: number
  readonly end: number
  readonly words: string
}

interface OpenParagraph {
  readonly start: number
  content: number
  /** How many properties are open, which may hold those of before a tracked change. */
  properties: number
  words: string
}

/** The paragraphs of a `word/document.xml` that are read, in their order. */
export function documentParagraphs(xml: string): readonly DocxParagraph[] {
  const finding = new DocxParagraphs(xml)
  for (const tag of docxTags(xml)) finding[tag.kind](tag)
  return finding.paragraphs
}

class DocxParagraphs {
  readonly paragraphs: DocxParagraph[] = []
  readonly #xml: string
  #open: OpenParagraph | undefined
  #text = 0

  constructor(xml: string) {
    this.#xml = xml
  }

  open({ name, start, end }: DocxTag): void {
    if (name === 'p') this.#open = { start, content: end, properties: 0, words: '' }
    else if (name === 'pPr' && this.#open) this.#open.properties += 1
    else if (name === 't') this.#text = end
  }

  close({ name, start, end }: DocxTag): void {
    if (!this.#open) return
    if (name === 't') this.#open.words += unescaped(this.#xml.slice(this.#text, start))
    else if (name === 'pPr') this.#endProperties(this.#open, end)
    else if (name === 'p') {
      const { properties: _, ...own } = this.#open
      this.paragraphs.push({ ...own, close: start, end })
      this.#open = undefined
    }
  }

  #endProperties(open: OpenParagraph, end: number): void {
    open.properties -= 1
    if (open.properties === 0) open.content = end
  }
}
