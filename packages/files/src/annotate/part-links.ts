import { posix } from 'node:path'
import { escapedXml } from '../fill/escaped-xml.ts'
import type { OfficeParts } from '../fill/office-parts.ts'

/** What a part of an Office file refers to: by which id, as what, and which part that is. */
export interface PartLink {
  readonly id: string
  readonly type: string
  readonly part: string
}

const LINK = /<(?:\w+:)?Relationship\b((?:"[^"]*"|'[^']*'|[^<>"'])*)>/g
const NONE =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
const TYPES = '[Content_Types].xml'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships'

/** The links of a part. */
export function linksOf(parts: OfficeParts, part: string): readonly PartLink[] {
  const xml = parts.text(besideOf(part)) ?? ''
  return [...xml.matchAll(LINK)].map(([, own = '']) => {
    const target = attributeOf(own, 'Target')
    const whole = target.startsWith('/') ? target : posix.join('/', posix.dirname(part), target)
    return { id: attributeOf(own, 'Id'), type: attributeOf(own, 'Type'), part: whole.slice(1) }
  })
}

/** The value of an attribute as it stands in a tag; empty where there is none. */
export function attributeOf(own: string, name: string): string {
  const [, , value = ''] =
    new RegExp(`(?:^|\\s)${name}\\s*=\\s*(["'])(.*?)\\1`, 's').exec(own) ?? []
  return value
}

/** Links a part to another one, which gets its content type; the id of the link. */
export function link(
  parts: OfficeParts,
  { from, to, kind }: { readonly from: string; readonly to: string; readonly kind: string },
): string {
  const taken = new Set(linksOf(parts, from).map(({ id }) => id))
  let number = taken.size + 1
  while (taken.has(`rId${number}`)) number += 1
  const id = `rId${number}`
  const target = escapedXml(posix.relative(posix.dirname(from), to))
  const xml = parts.text(besideOf(from)) ?? NONE
  const own = `Id="${id}" Type="${relationships(parts.text(from) ?? '')}/${kind}" Target="${target}"`
  parts.write(besideOf(from), within(xml, { root: 'Relationships', tag: 'Relationship', own }))
  return id
}

/** The namespace of links, by which of the two standards a part is written. */
export function relationships(xml: string): string {
  return xml.includes('http://purl.oclc.org/ooxml/') ? STRICT : RELATIONSHIPS
}

/** States the content type of a part. */
export function typePart(parts: OfficeParts, part: string, type: string): void {
  const own = `PartName="/${part}" ContentType="${type}"`
  parts.change(TYPES, (xml) => within(xml, { root: 'Types', tag: 'Override', own }))
}

/** States the content type of all parts with an extension, where none is. */
export function typeExtension(parts: OfficeParts, extension: string, type: string): void {
  const own = `Extension="${extension}" ContentType="${type}"`
  const known = new RegExp(`<(?:\\w+:)?Default\\b[^<>]*Extension="${extension}"`, 'i')
  parts.change(TYPES, (xml) => {
    return known.test(xml) ? xml : within(xml, { root: 'Types', tag: 'Default', own })
  })
}

/** A name of which there is no part yet: `xl/comments2.xml`. */
export function freeName(parts: OfficeParts, nameOf: (number: number) => string): string {
  const names = new Set(parts.names.map((name) => name.toLowerCase()))
  let number = 1
  while (names.has(nameOf(number).toLowerCase())) number += 1
  return nameOf(number)
}

function besideOf(part: string): string {
  return part.replace(/[^/]+$/, '_rels/$&.rels')
}

interface Added {
  readonly root: string
  readonly tag: string
  readonly own: string
}

/** At the end of its root, which may have been empty. */
function within(xml: string, { root, tag, own }: Added): string {
  const opened = xml.replace(
    new RegExp(`<((?:\\w+:)?)${root}\\b([^<>]*?)/>`),
    (_, prefix, words) => {
      return `<${prefix}${root}${words}></${prefix}${root}>`
    },
  )
  return opened.replace(new RegExp(`</((?:\\w+:)?)${root}\\s*>\\s*$`), (end, prefix: string) => {
    return `<${prefix}${tag} ${own}/>${end}`
  })
}
