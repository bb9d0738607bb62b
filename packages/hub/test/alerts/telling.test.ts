import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openStore } from '@cchc/store'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AUTHORITY, SERVER } from '../../../connectors/kit/test/certificates.ts'
import { testAlert } from '../../src/actions/test-alert.ts'
import { alerts } from '../../src/questions/alerts.ts'
import { doctor } from '../../src/questions/doctor.ts'
import { status } from '../../src/questions/status.ts'
import { reference } from '../config-text.ts'
import { alertedOffice } from './alerted-hub.ts'
import { endlessMailServer, mailSink, subjectOf, textOf, webhookSink } from './sinks.ts'

let office: ReturnType<typeof alertedOffice>
let hook: Awaited<ReturnType<typeof webhookSink>>
beforeEach(async () => {
  hook = await webhookSink()
  office = alertedOffice('2026-03-02T09:00:00+07:00')
  office.alerts = { channels: { hook: { kind: 'webhook', url: hook.url } } }
})
afterEach(() => hook.close())

const DAY = 24 * 60
const subjects = () => hook.posted.map(({ message }) => message.subject)
const ids = () => hook.posted.map(({ message }) => message.id)

test('each change of state is told once, by whichever process sees it first', async () => {
  await office.sync()
  await office.send()
  expect(hook.posted).toEqual([])
  office.pass(DAY + 60)
  await Promise.all([office.send(), office.send(), office.send()])
  await office.send()
  expect(subjects()).toEqual([expect.stringMatching(/^\[CCHC\] Cần xem: Nguồn folder đã cũ/)])
  office.pass(2 * DAY)
  await office.send()
  await office.sync()
  await office.send()
  office.pass(31)
  await office.send()
  await office.send()
  expect(subjects().slice(1)).toEqual([
    expect.stringMatching(/^\[CCHC\] Nặng hơn: Nguồn folder/),
    expect.stringMatching(/^\[CCHC\] Đã hết: Nguồn folder/),
  ])
  expect(hook.posted[0]?.message).toMatchObject({
    kind: 'changes',
    at: '2026-03-03T10:00:00+07:00',
    text: expect.stringContaining('cchc sources check MÃ'),
    data: { changes: [{ alert: 'source-stale', subject: 'folder', change: 'began' }] },
  })
})

test('what is kept but not delivered is told with the same id, and a second time where nobody knows that it arrived', async () => {
  hook.status = 500
  expect(await office.send()).toMatchObject({ delivered: 0, waiting: 1 })
  hook.status = 200
  expect(await office.send()).toMatchObject({ delivered: 0, waiting: 0 })
  office.pass(1)
  expect(await office.send()).toMatchObject({ delivered: 1 })
  office.pass(600)
  await office.send()
  expect(new Set(ids()).size).toBe(1)
  expect(ids()).toHaveLength(2)
})

test('a process that dies between delivery and commit loses nothing', async () => {
  const store = await openStore({ url: `sqlite:${join(office.cwd, 'cchc.db')}` })
  await office.send({ dryRun: true })
  expect(await store.readAlerts()).toMatchObject({ states: [] })
  const content = { kind: 'changes', subject: 'Nguồn cũ', text: '', at: '', data: {} }
  const messages = [{ id: 'killed', channel: 'hook', content }]
  await store.changeAlerts(office.now, (log) => ({ ...log, messages }))
  // Whoever had it has delivered it and is gone before it could say so.
  await store.claimAlertMessage(office.now, 180_000)
  await store.close()
  await office.send()
  expect(ids()).not.toContain('killed')
  office.pass(3)
  await office.send()
  expect(ids()).toContain('killed')
})

test('a webhook gets a signed message and follows no redirect, and its address is told nowhere', async () => {
  const { createHmac } = await import('node:crypto')
  office.env = { HOOK: hook.url, SIGNING: 'a-secret-of-the-office' }
  office.alerts = {
    channels: {
      hook: {
        ...{ kind: 'webhook', url: reference('env:HOOK'), secret: reference('env:SIGNING') },
      },
    },
  }
  hook.status = 307
  await office.send()
  expect(hook.posted).toHaveLength(1)
  const { headers, body, message } = hook.posted[0] ?? {
    headers: {},
    body: '',
    message: { id: '' },
  }
  const [, seconds, signature] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(
    String(headers['x-cchc-signature']),
  ) ?? ['', '', '']
  const expected = createHmac('sha256', 'a-secret-of-the-office').update(`${seconds}.${body}`)
  expect(signature).toBe(expected.digest('hex'))
  expect(headers['x-cchc-id']).toBe(message.id)
  const told = JSON.stringify(await office.on((hub) => hub.ask(alerts, {})))
  expect(told).toMatch(/127\.0\.0\.1:\d+…?\/?…?.*HTTP 307/)
  for (const text of [told, office.logged.join()]) expect(text).not.toMatch(/token-1234|a-secret/)
})

test('mail goes to all recipients in Vietnamese; one who is refused is told', async () => {
  const server = await mailSink()
  office.env = { MAIL: 'mail-password' }
  const mail = {
    ...{ kind: 'mail', host: '127.0.0.1', port: server.port, tls: 'none', username: 'cchc' },
    ...{ password: reference('env:MAIL'), from: 'cchc@example.gov.vn' },
    to: ['an@example.gov.vn', 'binh@example.gov.vn', 'refused@example.gov.vn'],
  }
  office.alerts = { channels: { mail } }
  try {
    await office.send()
    const [one] = server.mails
    expect(one?.to).toEqual(['an@example.gov.vn', 'binh@example.gov.vn'])
    if (!one) throw new Error('no mail')
    expect(subjectOf(one)).toMatch(/^\[CCHC\] Hỏng: Nguồn folder đã cũ: dossiers/)
    expect(textOf(one)).toContain('Xem những điều đang tồn tại: cchc alerts')
    const view = await office.on((hub) => hub.ask(alerts, {}))
    expect(one.raw).toContain(`Message-ID: <${view.deliveries[0]?.id}@cchc-hub>`)
    expect(view.deliveries).toMatchObject([
      { state: 'delivered', failure: '1 of the recipients were refused by the mail server' },
    ])
    office.env = { MAIL: 'wrong-password' }
    const tried = await office.on((hub) => hub.act(testAlert, { channel: 'mail' }))
    expect(tried).toMatchObject({ arrived: false, fault: expect.stringContaining('EAUTH') })
    expect(JSON.stringify(tried) + office.logged.join()).not.toContain('password')
  } finally {
    await server.close()
  }
})

test.each([
  ['starttls', false],
  ['implicit', true],
] as const)(
  'mail by %s goes to a server whose authority is configured, and to no other',
  async (tls, secure) => {
    const server = await mailSink({ ...SERVER, secure })
    office.env = { MAIL: 'mail-password' }
    writeFileSync(join(office.cwd, 'authority.pem'), AUTHORITY)
    const mail = {
      ...{ kind: 'mail', host: '127.0.0.1', port: server.port, tls, username: 'cchc' },
      ...{
        password: reference('env:MAIL'),
        from: 'cchc@example.gov.vn',
        to: ['an@example.gov.vn'],
      },
    }
    const attempt = async (more: object) => {
      office.alerts = { channels: { mail: { ...mail, ...more } } }
      return office.on((hub) => hub.act(testAlert, { channel: 'mail' }))
    }
    try {
      expect(await attempt({})).toMatchObject({ arrived: false })
      expect(server.mails).toEqual([])
      expect(await attempt({ ca: reference('file:authority.pem') })).toMatchObject({
        arrived: true,
      })
      expect(server.mails).toMatchObject([{ to: ['an@example.gov.vn'] }])
    } finally {
      await server.close()
    }
  },
)

test('a server that offers no TLS gets neither mail nor password where TLS is asked for', async () => {
  const server = await mailSink()
  office.env = { MAIL: 'mail-password' }
  const mail = {
    ...{ kind: 'mail', host: '127.0.0.1', port: server.port, tls: 'starttls', username: 'cchc' },
    ...{ password: reference('env:MAIL'), from: 'cchc@example.gov.vn', to: ['an@example.gov.vn'] },
  }
  office.alerts = { channels: { mail } }
  try {
    const tried = await office.on((hub) => hub.act(testAlert, { channel: 'mail' }))
    expect(tried).toMatchObject({ arrived: false })
    expect([server.mails, server.logins]).toEqual([[], 0])
  } finally {
    await server.close()
  }
})

test('a mail server that never comes to an end holds up nothing', async () => {
  const server = await endlessMailServer()
  const mail = {
    ...{ kind: 'mail', host: '127.0.0.1', port: server.port, tls: 'none', timeoutSeconds: 1 },
    ...{ from: 'cchc@example.gov.vn', to: ['an@example.gov.vn'] },
  }
  office.alerts = { channels: { mail } }
  try {
    const tried = await office.on((hub) => hub.act(testAlert, { channel: 'mail' }))
    expect(tried).toMatchObject({ arrived: false })
  } finally {
    await server.close()
  }
})

test('a command gets the message on its input, the named environment and no shell, and is ended in time', async () => {
  const program = join(office.cwd, 'tell.mjs')
  writeFileSync(
    program,
    `import { writeFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
const [, , mode, out] = process.argv
if (mode === 'hang') setInterval(() => undefined, 1000)
else if (mode === 'fail') process.exit(7)
else writeFileSync(out, JSON.stringify({ told: JSON.parse(await text(process.stdin)), env: process.env }))
`,
  )
  const out = join(office.cwd, 'out; touch owned.json')
  const command = (...words: string[]) => ({
    ...{ kind: 'command', command: [process.execPath, program, ...words], env: ['PATH'] },
    timeoutSeconds: words[0] === 'hang' ? 1 : 60,
  })
  office.alerts = {
    channels: {
      good: command('good', out),
      ...{ fail: command('fail'), hang: command('hang') },
      none: { kind: 'command', command: [join(office.cwd, 'no-such-program')] },
    },
  }
  const tried = (channel: string) => office.on((hub) => hub.act(testAlert, { channel }))
  const good = await tried('good')
  expect(good).toMatchObject({ arrived: true, fault: null })
  const { told, env } = JSON.parse(readFileSync(out, 'utf8'))
  expect(told).toMatchObject({ id: good.id, kind: 'test', subject: '[CCHC] Tin thử' })
  expect(Object.keys(env).filter((name) => !name.startsWith('__'))).toEqual(['PATH'])
  expect(await tried('fail')).toMatchObject({ arrived: false, fault: expect.stringContaining('7') })
  expect(await tried('hang')).toMatchObject({ arrived: false, fault: 'no answer in time' })
  expect((await tried('none')).fault).toContain('ENOENT')
  await expect(tried('goood')).rejects.toMatchObject({ code: 'not_found', fix: /good/ })
})

test('what cannot be delivered is tried with growing pauses, given up after a day, and told by others', async () => {
  const other = await webhookSink()
  hook.status = 503
  const channels = {
    hook: { kind: 'webhook', url: hook.url },
    other: { kind: 'webhook', url: other.url },
  }
  office.alerts = { channels }
  try {
    const tries: number[] = []
    for (let minute = 0; minute < 8; minute += 1) {
      await office.send()
      tries.push(hook.posted.length)
      office.pass(1)
    }
    expect(tries).toEqual([1, 2, 2, 3, 3, 3, 3, 4])
    expect(other.posted.map(({ message }) => message.subject)).toEqual([
      expect.stringContaining('Nguồn folder'),
      expect.stringMatching(/Cần xem: 1 tin của kênh hook chưa gửi được/),
    ])
    const items = await office.on((hub) => hub.ask(doctor, {}))
    expect(items.items).toContainEqual(
      expect.objectContaining({ what: 'alert channel hook', state: 'look' }),
    )
    expect((await office.on((hub) => hub.ask(status, {}))).findings).toContainEqual(
      expect.stringContaining('1 messages of channel hook are not delivered'),
    )
    for (let hour = 0; hour < 26; hour += 1) {
      office.pass(60)
      await office.send()
    }
    const { deliveries } = await office.on((hub) => hub.ask(alerts, {}))
    const own = deliveries.filter(({ channel }) => channel === 'hook')
    expect(own.map(({ state }) => state)).toContain('given-up')
    expect(hook.posted.length).toBeLessThan(60)
  } finally {
    await other.close()
  }
})

test('in quiet hours nothing is sent, afterwards it is told together', async () => {
  office.alerts = { ...office.alerts, quietHours: '22:00-06:00' }
  office.now = Date.parse('2026-03-02T21:00:00+07:00')
  await office.sync()
  writeFileSync(join(office.cwd, 'in/dossiers.json'), 'no JSON')
  office.pass(120)
  await office.sync()
  expect(await office.send()).toMatchObject({ quiet: true, messages: [], delivered: 0 })
  office.pass(4 * 60)
  office.holds([])
  await office.sync()
  await office.send()
  office.source = { gate: 'off', maxAgeHours: 1 }
  office.pass(2 * 60)
  await office.send()
  expect(hook.posted).toEqual([])
  office.pass(60)
  await office.send()
  expect(hook.posted).toHaveLength(1)
  expect(hook.posted[0]?.message.data).toMatchObject({
    changes: [
      { alert: 'source-stale', change: 'began' },
      { alert: 'run-not-done', change: 'passed', since: '2026-03-02T23:00:00+07:00' },
    ],
  })
})

test('a worker tells what changes while it works, and once it has worked', async () => {
  const { work } = await import('../../src/actions/work.ts')
  await office.on((hub) => hub.act(work, { once: true, atOnce: 1 }))
  expect(hook.posted).toHaveLength(1)
  office.alerts = { ...office.alerts, settleMinutes: 0 }
  await office.sync()
  const stop = new AbortController()
  const working = office.on((hub) => hub.act(work, { atOnce: 1 }, { signal: stop.signal }))
  await vi.waitFor(() => expect(hook.posted).toHaveLength(2), { timeout: 300_000 })
  stop.abort()
  await working
})

test('without a channel nothing is told and that is said; the question answers all the same', async () => {
  office.alerts = {}
  await expect(office.send()).rejects.toMatchObject({ code: 'usage_invalid' })
  const view = await office.on((hub) => hub.ask(alerts, {}))
  expect(view).toMatchObject({
    state: 'broken',
    items: [{ alert: 'source-stale', subject: 'folder', since: null, sentAt: null }],
    deliveries: [],
  })
})
