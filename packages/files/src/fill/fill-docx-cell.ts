import { escapedXml } from './escaped-xml.ts'

const PARAGRAPH = /<((?:[\w.-]+:)?)p\b([^<>]*?)(?:\/>|>([\s\S]*?)<\/\1p>)/
const MARK = /<((?:[\w.-]+:)?)pPr\b[^<>]*>([\s\S]*?)<\/\1pPr>/
const LETTERS = /<((?:[\w.-]+:)?)rPr\b[^<>]*>[\s\S]*?<\/\1rPr>/
const TRACKED = /<(?:[\w.-]+:)?(?:ins|del|moveFrom|moveTo|rPrChange)\b/
const TEXT = /<((?:[\w.-]+:)?)t\b[^<>]*?(?:\/>|>[\s\S]*?<\/\1t>)/g

/** The inside of a cell with words in it: in place of the dots that it holds, else in its first paragraph, in the letters of that. */
export function fillDocxCell(inside: string, words: string): string {
  if (inside.search(TEXT) >= 0) return overDots(inside, words)
  return inside.replace(PARAGRAPH, (_, prefix: string, own: string, held = '') => {
    return `<${prefix}p${own}>${held}${run(prefix, { held, words })}</${prefix}p>`
  })
}

function overDots(inside: string, words: string): string {
  let isWritten = false
  return inside.replace(TEXT, (_, prefix: string) => {
    if (isWritten) return textXml(prefix, '')
    isWritten = true
    return textXml(prefix, words)
  })
}

function run(
  prefix: string,
  { held, words }: { readonly held: string; readonly words: string },
): string {
  const [letters = ''] = LETTERS.exec(MARK.exec(held)?.[2] ?? '') ?? []
  const style = TRACKED.test(letters) ? '' : letters
  return `<${prefix}r>${style}${textXml(prefix, words)}</${prefix}r>`
}

function textXml(prefix: string, words: string): string {
  return `<${prefix}t xml:space="preserve">${escapedXml(words)}</${prefix}t>`
}
