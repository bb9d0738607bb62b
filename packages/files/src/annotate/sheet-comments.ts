import { escapedXml } from '../fill/escaped-xml.ts'
import { AUTHOR } from './annotated-copy.ts'
import { attributeOf } from './part-links.ts'
import { plainWords, plainXml } from './plain-words.ts'

const ATTRIBUTES = `((?:"[^"]*"|'[^']*'|[^<>"'])*?)`
const COMMENT = new RegExp(
  `<((?:\\w+:)?)comment\\b${ATTRIBUTES}>([\\s\\S]*?)</\\1comment\\s*>`,
  'g',
)
const AUTHORS = /<((?:\w+:)?)authors\b[^<>]*?(?:\/>|>([\s\S]*?)<\/\1authors\s*>)/
const ONE_AUTHOR = /<((?:\w+:)?)author\b[^<>]*?(?:\/>|>([\s\S]*?)<\/\1author\s*>)/g
const LIST_END = /<\/((?:\w+:)?)commentList\s*>|<((?:\w+:)?)commentList\s*\/>/
const PLAIN_TEXT = /<((?:\w+:)?)t\b[^<>]*?(?:\/>|>[\s\S]*?<\/\1t\s*>)/
const LETTERS =
  '<rPr><sz val="9"/><color indexed="81"/><rFont val="Tahoma"/><family val="2"/></rPr>'
/** By what the authors of threads are known. */
const OF_THREAD = /^tc=\{/

/** What is said of a cell. */
export interface SheetComment {
  readonly at: string
  readonly text: string
}

/** The comments of a sheet that has none, in the namespace of its xml. */
export function newComments(sheet: string): string {
  const [, namespace = MAIN] =
    /<(?:\w+:)?worksheet\b[^<>]*?xmlns(?::\w+)?="([^"]*main)"/.exec(sheet) ?? []
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${namespace}"><authors></authors><commentList></commentList></comments>`
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** Whether the comment at a cell is the copy of a thread. */
export function isThread(comments: string, at: string): boolean {
  const authors = authorsOf(comments)
  return [...comments.matchAll(COMMENT)].some(([, , own = '']) => {
    const author = authors[Number(attributeOf(own, 'authorId'))] ?? ''
    return attributeOf(own, 'ref') === at && OF_THREAD.test(author)
  })
}

/** The comments of a sheet with others: behind what was said of a cell before, once however often it is said; `added` = the cells that had none. */
export function withComments(
  comments: string,
  said: readonly SheetComment[],
): { readonly xml: string; readonly added: readonly SheetComment[] } {
  const known = new Set(
    [...comments.matchAll(COMMENT)].map(([, , own = '']) => attributeOf(own, 'ref')),
  )
  const added = said.filter(({ at }) => !known.has(at))
  const texts = new Map(said.map(({ at, text }) => [at, text]))
  const longer = comments.replace(COMMENT, (whole, prefix: string, own: string, inside: string) => {
    const text = texts.get(attributeOf(own, 'ref'))
    if (text === undefined || plainXml(inside).includes(plainWords(text))) return whole
    return `<${prefix}comment${own}>${furtherText(inside, { prefix, text })}</${prefix}comment>`
  })
  return { xml: added.length === 0 ? longer : withNew(longer, added), added }
}

function withNew(comments: string, added: readonly SheetComment[]): string {
  const names = authorsOf(comments)
  const author = names.includes(AUTHOR) ? names.indexOf(AUTHOR) : names.length
  const signed = author < names.length ? comments : withAuthor(comments)
  return signed.replace(LIST_END, (end, long: string | undefined, short: string | undefined) => {
    const prefix = long ?? short ?? ''
    const all = added.map(({ at, text }) => {
      const words = `<${prefix}text>${run(prefix, text)}</${prefix}text>`
      return `<${prefix}comment ref="${at}" authorId="${author}">${words}</${prefix}comment>`
    })
    const open = end.startsWith('</') ? '' : `<${prefix}commentList>`
    return `${open}${all.join('')}</${prefix}commentList>`
  })
}

function authorsOf(comments: string): readonly string[] {
  const [, , inside = ''] = AUTHORS.exec(comments) ?? []
  return [...inside.matchAll(ONE_AUTHOR)].map(([, , name = '']) => name)
}

function withAuthor(comments: string): string {
  return comments.replace(AUTHORS, (_, prefix: string, inside = '') => {
    return `<${prefix}authors>${inside}<${prefix}author>${AUTHOR}</${prefix}author></${prefix}authors>`
  })
}

/** A text is either plain or made of runs. */
function furtherText(
  inside: string,
  { prefix, text }: { readonly prefix: string; readonly text: string },
): string {
  const runs = new RegExp(`<${prefix}r[\\s>]`).test(inside)
    ? inside
    : inside.replace(PLAIN_TEXT, (plain) => `<${prefix}r>${plain}</${prefix}r>`)
  const end = runs.lastIndexOf(`</${prefix}r>`)
  const at = end < 0 ? runs.lastIndexOf(`</${prefix}text`) : end + `</${prefix}r>`.length
  return `${runs.slice(0, at)}${run(prefix, `\n\n${AUTHOR}: ${text}`)}${runs.slice(at)}`
}

function run(prefix: string, text: string): string {
  const letters = LETTERS.replaceAll(/<(\/?)(?=\w)/g, `<$1${prefix}`)
  const words = `<${prefix}t xml:space="preserve">${escapedXml(text)}</${prefix}t>`
  return `<${prefix}r>${letters}${words}</${prefix}r>`
}
