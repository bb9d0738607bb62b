import { createRequire } from 'node:module'
import { say } from '@cchc/domain'
import { looksLikeHtml, webPage } from './html.ts'
import { unknownAnswer } from './http-errors.ts'
import { mendXml } from './mend-xml.ts'

/**
 * Parses a small document (an envelope, a fault) into nested objects: one child is a value, several are an array,
 * namespaces and attributes are dropped. A document type or broken XML throws PortalChanged, a web
 * page PortalUnavailable.
 */
export function parseXmlDocument(text: string): Readonly<Record<string, unknown>> {
  if (looksLikeHtml(text)) throw webPage('XML')
  if (/<!DOCTYPE/i.test(text))
    throw unknownAnswer(say('the XML answer of the portal has a document type'))
  const { Parser, processors } = loadXml2js()
  const parser = new Parser({
    explicitArray: false,
    ignoreAttrs: true,
    tagNameProcessors: [processors.stripPrefix],
  })
  let document: unknown
  parser.parseString(mendXml(text), (error: Error | null, result: unknown) => {
    if (error === null) document = result
  })
  if (typeof document === 'object' && document !== null) return document as Record<string, unknown>
  throw unknownAnswer(say('the portal answered with something other than well-formed XML'))
}

/** Loaded by the first document: most runs never see one. */
function loadXml2js(): typeof import('xml2js') {
  return createRequire(import.meta.url)('xml2js')
}
