import { SaxesParser } from 'saxes'

/** What is told of a part while it is read, by names without prefix. */
export interface XmlVisitor {
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  /** Every stretch of text, where it stands. */
  text?(words: string): void
  close?(name: string, text: string): void
}

const STEP = 64 * 1024
/** No sheet comes near; a few bytes of a zip unpack to millions of them. */
const DEEPEST = 200
const MOST_ATTRIBUTES = 1000

/** Reads a part in one pass and bounded memory; `close` is given the text directly within the element. Throws where it is no XML. */
export function readXml(part: Uint8Array, visitor: XmlVisitor): void {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let text = ''
  let depth = 0
  let attributes = 0
  parser.on('opentagstart', () => {
    attributes = 0
    depth += 1
    if (depth > DEEPEST) throw new Error('elements lie too deep in each other')
  })
  parser.on('attribute', () => {
    attributes += 1
    if (attributes > MOST_ATTRIBUTES) throw new Error('an element has too many attributes')
  })
  parser.on('doctype', () => {
    throw new Error('a document type is not read')
  })
  parser.on('opentag', ({ name, attributes }) => {
    text = ''
    visitor.open?.(local(name), attributes)
  })
  const heard = (words: string) => {
    text += words
    visitor.text?.(words)
  }
  parser.on('text', heard)
  parser.on('cdata', heard)
  parser.on('closetag', ({ name }) => {
    depth -= 1
    visitor.close?.(local(name), text)
    text = ''
  })
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for (let at = 0; at < part.length; at += STEP) {
    parser.write(decoder.decode(part.subarray(at, at + STEP), { stream: true }))
  }
  parser.close()
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
