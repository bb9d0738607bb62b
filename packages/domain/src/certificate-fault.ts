import { type Message, say } from './messages/say.ts'

/** What is wrong with an encrypted connection; asking again does not help. */
export interface CertificateFault {
  /** What has to be done about it: trust an authority, name another host, renew a certificate, do without TLS, or show a certificate of one's own. */
  readonly remedy: 'trust' | 'name' | 'renew' | 'plain' | 'client'
  readonly reason: Message
}

const UNKNOWN_AUTHORITY = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_UNTRUSTED',
])
const NOT_TLS =
  /wrong version number|packet length too long|unsupported protocol|alert protocol version/
/** What the other side says when it does not accept whom it sees. */
const NOT_ACCEPTED =
  /alert[_ ](?:bad[_ ]|unsupported[_ ]|no[_ ])?(?:certificate|unknown[_ ]ca|handshake[_ ]failure|access[_ ]denied)/i
const OTHER_HOST = new Set(['ERR_TLS_CERT_ALTNAME_INVALID', 'HOSTNAME_MISMATCH'])

/**
 * What an error of a connection says of its certificate; undefined where it is about something else. Of `message`
 * only what OpenSSL says is looked for, and nothing is repeated.
 */
export function certificateFault({
  code,
  message,
}: {
  readonly code: string
  readonly message: string
}): CertificateFault | undefined {
  if (UNKNOWN_AUTHORITY.has(code)) {
    const reason = say(
      'the certificate is signed by an authority that this machine does not know ({code})',
      { code },
    )
    return { remedy: 'trust', reason }
  }
  if (OTHER_HOST.has(code)) {
    return {
      remedy: 'name',
      reason: say('the certificate is for another host name ({code})', { code }),
    }
  }
  if (code === 'CERT_HAS_EXPIRED') {
    return { remedy: 'renew', reason: say('the certificate has expired ({code})', { code }) }
  }
  if (code === 'CERT_NOT_YET_VALID') {
    return { remedy: 'renew', reason: say('the certificate is not yet valid ({code})', { code }) }
  }
  if (NOT_TLS.test(message)) {
    return {
      remedy: 'plain',
      reason: say('the server does not speak TLS as it should ({code})', { code }),
    }
  }
  if (NOT_ACCEPTED.test(`${code} ${message}`)) {
    const reason = say(
      'the server ended the encrypted connection: it asks for a client certificate, or does not accept the one that it was shown ({code})',
      { code },
    )
    return { remedy: 'client', reason }
  }
  if (!/CERT|CRL/.test(code)) return undefined
  return { remedy: 'renew', reason: say('the certificate is not accepted ({code})', { code }) }
}
