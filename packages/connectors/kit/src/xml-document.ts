import { createRequire } from 'node:module'
import { PortalChanged } from '@cchc/domain'
import { looksLikeHtml } from './html.ts'

/**
 * Parses a small document (an envelope, a fault) into nested objects: one child is a value, several are an array,
 * namespaces and attributes are dropped. A web page, a document type or broken XML throws PortalChanged.
 */
export function parseXmlDocument(text: string): Readonly<Record<string, unknown>> {
  if (looksLikeHtml(text)) throw notXml('the portal answered with a web page instead of XML')
  if (/<!DOCTYPE/i.test(text)) throw notXml('the XML answer of the portal has a document type')
  const { Parser, processors } = loadXml2js()
  const parser = new Parser({
    explicitArray: false,
    ignoreAttrs: true,
    tagNameProcessors: [processors.stripPrefix],
  })
  let document: unknown
  parser.parseString(text, (error: Error | null, result: unknown) => {
    if (error === null) document = result
  })
  if (typeof document === 'object' && document !== null) return document as Record<string, unknown>
  throw notXml('the portal answered with something other than well-formed XML')
}

/** Loaded by the first document: most runs never see one. */
function loadXml2js(): typeof import('xml2js') {
  return createRequire(import.meta.url)('xml2js')
}

function notXml(message: string): PortalChanged {
  return new PortalChanged(message, {
    fix: 'Open the base URL in a browser: it may ask for a login, or the portal changed its interface.',
  })
}
