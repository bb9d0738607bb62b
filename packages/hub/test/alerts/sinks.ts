import { createServer, type IncomingMessage } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

/** A request as a webhook got it. */
export interface Posted {
  readonly headers: IncomingMessage['headers']
  readonly body: string
  readonly message: Readonly<Record<string, unknown>> & { readonly id: string }
}

/** A receiver of webhooks on loopback; `status` is what it answers. */
export async function webhookSink() {
  const sink = { posted: [] as Posted[], status: 200, url: '', close: async () => {} }
  const server = createServer(async (request, response) => {
    const body = await text(request)
    sink.posted.push({ headers: request.headers, body, message: JSON.parse(body) })
    response.writeHead(sink.status, { Location: '/elsewhere' }).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  sink.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook/token-1234`
  sink.close = () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections())
  return sink
}

/** A mail as a server took it. */
export interface Mailed {
  readonly to: readonly string[]
  readonly raw: string
}

/** How a mail server encrypts: from the first byte (`secure`), or after STARTTLS. */
interface MailSecurity {
  readonly secure: boolean
  readonly key: string
  readonly cert: string
}

/** A mail server on loopback that takes mail from one account; addresses with `refused` in them are refused. */
export async function mailSink(secure?: MailSecurity) {
  const sink = { mails: [] as Mailed[], logins: 0, port: 0, close: async () => {} }
  const server = new SMTPServer({
    ...(secure ? { ...secure } : { disabledCommands: ['STARTTLS'], allowInsecureAuth: true }),
    onAuth: ({ username, password }, _, done) => {
      sink.logins += 1
      const isRight = username === 'cchc' && password === 'mail-password'
      done(isRight ? null : new Error(`wrong password ${password}`), { user: username })
    },
    onRcptTo: ({ address }, _, done) =>
      done(address.includes('refused') ? new Error('no such address') : null),
    onData: (stream, { envelope }, done) => {
      void text(stream).then((raw) => {
        sink.mails.push({ to: envelope.rcptTo.map(({ address }) => address), raw })
        done()
      })
    },
  })
  // Who does not trust its certificate goes before TLS is there.
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  sink.port = (server.server.address() as AddressInfo).port
  sink.close = () => new Promise((resolve) => server.close(() => resolve()))
  return sink
}

/** A mail server on loopback that names one more thing it can do again and again, and never the last one. */
export async function endlessMailServer() {
  const server = createTcpServer((socket) => {
    socket.write('220 here\r\n')
    const goingOn = setInterval(() => socket.write('250-MORE\r\n'), 200)
    socket.on('error', () => undefined).on('close', () => clearInterval(goingOn))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () => new Promise((resolve) => server.close(resolve))
  return { port: (server.address() as AddressInfo).port, close }
}

/** The subject of a mail, decoded from its words in base64 or quoted printable (RFC 2047). */
export function subjectOf({ raw }: Mailed): string {
  const line = /^Subject: (.*(?:\r\n[ \t].*)*)/m.exec(raw)?.[1] ?? ''
  return line
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, words: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(words, 'base64').toString()
        : quotedPrintable(words.replaceAll('_', ' ')),
    )
}

/** The text of a mail. */
export function textOf({ raw }: Mailed): string {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString()
  return /quoted-printable/i.test(head) ? quotedPrintable(body.replaceAll('=\r\n', '')) : body
}

function quotedPrintable(text: string): string {
  const bytes = text.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Buffer.from(bytes, 'latin1').toString()
}
