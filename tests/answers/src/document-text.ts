import { strFromU8, unzipSync } from 'fflate'

const SHOWN = /^word\/(document|header\d*|footer\d*|footnotes)\.xml$/
const BLOCK = /<w:tr(?: [^>]*)?>|<\/?w:tc(?: [^>]*)?>|<w:p(?: [^>]*)?(?:\/>|>([\s\S]*?)<\/w:p>)/g
const MARK = /<w:(pStyle|jc|b|i)(?: w:val="([^"]*)")?\/>/g
const WORDS = /<w:(tab|br)\/>|<w:(?:t|instrText)(?: [^>]*)?>([^<]*)</g

/** A document as text: one line for each paragraph, `|` where it stands in a cell, headers and footers too. */
export function documentText(bytes: Buffer): string {
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => SHOWN.test(name))
  return parts
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, part]) => [`part ${name}`, ...paragraphs(strFromU8(part))].join('\n'))
    .join('\n')
}

function paragraphs(xml: string): string[] {
  let inCell = false
  return [...xml.matchAll(BLOCK)].flatMap(([block, inner = '']) => {
    if (block.startsWith('<w:p')) return [`  ${inCell ? '| ' : ''}${paragraph(inner)}`]
    if (block.startsWith('<w:tr')) return ['  row']
    inCell = block.startsWith('<w:tc')
    return []
  })
}

/** The words of a paragraph, after what makes it look as it does: `[jc:center b]`. */
function paragraph(xml: string): string {
  const marks = [...xml.matchAll(MARK)].map(([, name = '', value]) =>
    value === undefined ? name : `${name}:${value}`,
  )
  const words = [...xml.matchAll(WORDS)].map(([, control, text = '']) =>
    control === undefined ? unescaped(text) : `<${control}>`,
  )
  const shown = [...new Set(marks)].join(' ')
  return `${shown === '' ? '' : `[${shown}] `}${words.join('')}`
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}
