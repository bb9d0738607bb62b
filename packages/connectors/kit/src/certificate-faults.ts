import { type Message, say } from '@cchc/domain'

/** What is wrong with the encrypted connection to a portal, and what to do; asking again does not help. */
export interface CertificateFault {
  readonly reason: Message
  readonly fix: Message
}

interface FailedConnection {
  readonly code: string
  readonly message: string
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
const OTHER_HOST = new Set(['ERR_TLS_CERT_ALTNAME_INVALID', 'HOSTNAME_MISMATCH'])

/**
 * What an error of a connection says of its certificate; undefined where it is about something else. Of `message`
 * only what OpenSSL says is looked for, and nothing is repeated.
 */
export function certificateFault({
  code,
  message,
}: FailedConnection): CertificateFault | undefined {
  if (UNKNOWN_AUTHORITY.has(code)) {
    const reason = say(
      'the certificate is signed by an authority that this machine does not know ({code})',
      { code },
    )
    return { reason, fix: trustIt }
  }
  if (OTHER_HOST.has(code)) {
    return {
      reason: say('the certificate is for another host name ({code})', { code }),
      fix: nameIt,
    }
  }
  if (code === 'CERT_HAS_EXPIRED') {
    return { reason: say('the certificate has expired ({code})', { code }), fix: renewIt }
  }
  if (code === 'CERT_NOT_YET_VALID') {
    return { reason: say('the certificate is not yet valid ({code})', { code }), fix: renewIt }
  }
  if (NOT_TLS.test(message)) {
    return {
      reason: say('the server does not speak TLS as it should ({code})', { code }),
      fix: plainly,
    }
  }
  if (!/CERT|CRL/.test(code)) return undefined
  return { reason: say('the certificate is not accepted ({code})', { code }), fix: renewIt }
}

const trustIt = say(
  'Ask the administrator of the portal for the certificate of its authority, check it, and start with NODE_EXTRA_CA_CERTS=FILE.',
)
const nameIt = say(
  'Write the host name for which the certificate was made into the base URL in the configuration, or ask the administrator of the portal to correct it.',
)
const renewIt = say(
  'Ask the administrator of the portal to renew it; check the clock of this machine, too.',
)
const plainly = say(
  'Check whether the base URL in the configuration must begin with http:// or name another port.',
)
