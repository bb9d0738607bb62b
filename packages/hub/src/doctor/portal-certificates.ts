import { connect } from 'node:tls'
import { say } from '@cchc/domain'
import type { ConfiguredSource } from '../sources/configured-source.ts'
import { endingFinding } from './certificate-end.ts'
import type { Finding, Look } from './finding.ts'

const MOST_MS = 5000

/**
 * When the certificates end that portals show; whether they are trusted is told by reaching them. Where a proxy stands in between, and
 * where no certificate comes within five seconds, nothing is said.
 */
export const lookAtPortalCertificates: Look = async ({ config, now }) => {
  const findings: Finding[] = []
  for (const source of config.sources) {
    const place = placeOf(source)
    const ends = place && (await endShownBy(place))
    if (ends === undefined) continue
    const what = say('certificate that the portal of source {source} shows', { source: source.id })
    const fix = say('Tell the administrator of the portal; once it has ended, nothing can be read.')
    findings.push(endingFinding(what, { ends, now: now(), fix }))
  }
  return findings
}

function placeOf(source: ConfiguredSource): { host: string; port: number } | undefined {
  if (source.kind !== 'http') return undefined
  const { protocol, hostname, port } = new URL(source.config.baseUrl)
  if (protocol !== 'https:' || source.config.http.proxy) return undefined
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 443) }
}

/** Nothing is sent, so that a certificate which is not trusted may be looked at. */
function endShownBy(place: { host: string; port: number }): Promise<number | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ ...place, servername: nameOf(place.host), rejectUnauthorized: false })
    const end = (ends?: number) => {
      socket.destroy()
      resolve(ends)
    }
    socket.setTimeout(MOST_MS, () => end())
    socket.once('error', () => end())
    socket.once('close', () => end())
    socket.once('secureConnect', () => {
      const ends = Date.parse(socket.getPeerCertificate().valid_to)
      end(Number.isNaN(ends) ? undefined : ends)
    })
  })
}

/** An address is no name of a server (RFC 6066). */
function nameOf(host: string): string {
  return /^[\d.]+$|:/.test(host) ? '' : host
}
