import { SaxesParser } from 'saxes'
import { placeholder } from './placeholder.ts'

/** The paths of all texts of an XML document, `data/dossier/name`, and of its attributes, `data/dossier/@id`. */
export function xmlPaths(text: string): Set<string> {
  const paths = new Set<string>()
  rewritten(text, (value, path) => {
    paths.add(path)
    return value
  })
  return paths
}

/** The document with placeholders for the texts at these paths; comments and declarations are left out. */
export function maskedXml(text: string, paths: ReadonlySet<string>): string {
  return rewritten(text, (value, path) => (paths.has(path) ? placeholder(value) : value))
}

function rewritten(text: string, replace: (value: string, path: string) => string): string {
  const open: string[] = []
  const out: string[] = []
  const write = (value: string) => {
    out.push(value.trim() === '' ? value : escaped(replace(value, open.join('/'))))
  }
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    open.push(name)
    const stated = Object.entries(attributes).map(
      ([own, value]) => ` ${own}="${escaped(replace(value, `${open.join('/')}/@${own}`))}"`,
    )
    out.push(`<${name}${stated.join('')}>`)
  })
  parser.on('closetag', ({ name }) => {
    open.pop()
    out.push(`</${name}>`)
  })
  parser.on('text', write)
  parser.on('cdata', write)
  parser.write(text).close()
  return out.join('')
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
