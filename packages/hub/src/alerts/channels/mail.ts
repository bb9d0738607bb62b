import { type Message, say } from '@cchc/domain'
import { ARRIVED, type Deliver } from './channel.ts'

/**
 * Sends one mail in UTF-8 to all recipients, over TLS unless the server is on this machine; certificates are always checked.
 * Where the server takes only some of the recipients it is delivered, and says how many are lacking.
 */
export const deliverByMail: Deliver<'mail'> = async (channel, outgoing) => {
  const { createTransport } = await import('nodemailer')
  const transport = createTransport(transportOf(channel))
  const { id, content } = outgoing
  // A server that goes on saying something, and never comes to an end, is none that is silent.
  const deadline = AbortSignal.timeout(channel.timeoutSeconds * 1000)
  try {
    const { rejected } = await transport.sendMail({
      ...{ from: channel.from, to: [...(content.to ?? channel.to)] },
      ...{ subject: content.subject.normalize('NFC'), text: content.text.normalize('NFC') },
      messageId: `<${id}@cchc-hub>`,
      headers: { 'Auto-Submitted': 'auto-generated', 'X-CCHC-Id': id },
      ...{ disableFileAccess: true, disableUrlAccess: true },
      signal: AbortSignal.any([outgoing.signal, deadline]),
    })
    return rejected.length === 0 ? ARRIVED : { arrived: true, fault: lackingOf(rejected.length) }
  } catch (thrown) {
    const fault = deadline.aborted ? say('no answer in time') : faultOf(channel, thrown)
    return { arrived: false, fault }
  } finally {
    transport.close()
  }
}

type Mail = Parameters<typeof deliverByMail>[0]

function transportOf({ host, port, tls, username, password, ca, timeoutSeconds }: Mail) {
  const timeout = timeoutSeconds * 1000
  return {
    ...{ host, port, secure: tls === 'implicit', requireTLS: tls === 'starttls' },
    ...{ ignoreTLS: tls === 'none', logger: false },
    ...(username !== undefined && { auth: { user: username, pass: password ?? '' } }),
    tls: {
      minVersion: 'TLSv1.2' as const,
      rejectUnauthorized: true,
      ...(ca !== undefined && { ca }),
    },
    ...{
      connectionTimeout: timeout,
      greetingTimeout: timeout,
      socketTimeout: timeout,
      dnsTimeout: timeout,
    },
  }
}

function lackingOf(count: number): Message {
  return say('{count} of the recipients were refused by the mail server', { count })
}

/** By code alone: what a server says may repeat what it was sent. */
function faultOf({ host, port }: Mail, thrown: unknown): Message {
  const { code = 'unknown', responseCode } = thrown as { code?: string; responseCode?: number }
  const place = `${host}:${port}`
  if (responseCode === undefined) return say('{place}: {code}', { place, code })
  return say('{place}: {code}, the server answered {status}', { place, code, status: responseCode })
}
