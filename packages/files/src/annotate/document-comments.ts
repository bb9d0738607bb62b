import { type Instant, instantText } from '@cchc/domain'
import { BODY } from '../fill/document-places.ts'
import { escapedXml } from '../fill/escaped-xml.ts'
import type { OfficeParts } from '../fill/office-parts.ts'
import { AUTHOR } from './annotated-copy.ts'
import type { DocxParagraph } from './document-paragraphs.ts'
import { attributeOf, freeName, link, linksOf, typePart } from './part-links.ts'
import { plainXml } from './plain-words.ts'

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'
const INITIALS = 'CCHC'
const COMMENT = /<(?:[\w.-]+:)?comment\b((?:"[^"]*"|'[^']*'|[^<>"'])*)>/g

/** The comments of a document: those that it has, and new ones behind them. */
export class DocumentComments {
  readonly #parts: OfficeParts
  readonly #part: string
  readonly #prefix: string
  readonly #before: string
  readonly #date: string
  #xml: string
  #next: number

  constructor(parts: OfficeParts, at: Instant) {
    this.#date = clockText(at)
    this.#parts = parts
    const known = linksOf(parts, BODY).find(({ type }) => type.endsWith('/comments'))
    const xml = known && parts.text(known.part)
    this.#part = known && xml !== undefined ? known.part : newPart(parts)
    this.#xml = opened(xml ?? newComments(parts.text(BODY) ?? ''))
    this.#before = plainXml(this.#xml)
    this.#prefix = /<((?:[\w.-]+:)?)comments\b/.exec(this.#xml)?.[1] ?? 'w:'
    const ids = [...this.#xml.matchAll(COMMENT)].map(([, own = '']) =>
      attributeOf(own, '[\\w.-]+:id'),
    )
    this.#next = Math.max(-1, ...ids.map(Number)) + 1
  }

  /** The body with a comment at a paragraph; what the document says in a comment already is not said again. */
  mark(body: string, { at, text }: { readonly at: DocxParagraph; readonly text: string }): string {
    const own = this.#commentXml(text)
    if (this.#before.includes(plainXml(own.inside))) return body
    this.#xml = this.#xml.replace(/<\/(?:[\w.-]+:)?comments\s*>\s*$/, (end) => own.whole + end)
    this.#next += 1
    return withMarks(body, { at, id: own.id })
  }

  /** Puts the comments into the file. */
  write(): void {
    this.#parts.write(this.#part, this.#xml)
  }

  #commentXml(text: string) {
    const p = this.#prefix
    const id = this.#next
    const inside = text
      .split('\n')
      .map((line) => {
        const words = `<${p}t xml:space="preserve">${escapedXml(line)}</${p}t>`
        return `<${p}p><${p}r>${words}</${p}r></${p}p>`
      })
      .join('')
    const own = `${p}id="${id}" ${p}author="${AUTHOR}" ${p}date="${this.#date}" ${p}initials="${INITIALS}"`
    return { id, inside, whole: `<${p}comment ${own}>${inside}</${p}comment>` }
  }
}

/** Word shows what the clock of the writer showed, and takes it for no other zone. */
function clockText(at: Instant): string {
  return instantText(at).replace(/(?:\.\d+)?\+07:00$/, 'Z')
}

function newPart(parts: OfficeParts): string {
  const part = freeName(parts, (number) => `word/comments${number === 1 ? '' : number}.xml`)
  link(parts, { from: BODY, to: part, kind: 'comments' })
  typePart(parts, part, TYPE)
  return part
}

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

function newComments(body: string): string {
  const [, prefix = ''] = /<((?:[\w.-]+:)?)document\b/.exec(body) ?? []
  const declared = new RegExp(`\\sxmlns:${prefix.slice(0, -1)}="([^"]*)"`).exec(body)
  const namespace = prefix === '' ? MAIN : (declared?.[1] ?? MAIN)
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${namespace}"></w:comments>`
}

/** A root that may have been empty. */
function opened(xml: string): string {
  return xml.replace(/<((?:[\w.-]+:)?)comments\b([^<>]*?)\/>/, '<$1comments$2></$1comments>')
}

function withMarks(
  body: string,
  { at, id }: { readonly at: DocxParagraph; readonly id: number },
): string {
  const [, prefix = ''] = /^<((?:[\w.-]+:)?)/.exec(body.slice(at.start, at.end)) ?? []
  const mark = (name: string) => `<${prefix}${name} ${prefix}id="${id}"/>`
  const start = mark('commentRangeStart')
  const end = `${mark('commentRangeEnd')}<${prefix}r>${mark('commentReference')}</${prefix}r>`
  if (at.close === at.start) {
    const tag = body.slice(at.start, at.end).replace(/\/>$/, '>')
    return `${body.slice(0, at.start)}${tag}${start}${end}</${prefix}p>${body.slice(at.end)}`
  }
  const content = body.slice(at.content, at.close)
  return `${body.slice(0, at.content)}${start}${content}${end}${body.slice(at.close)}`
}
