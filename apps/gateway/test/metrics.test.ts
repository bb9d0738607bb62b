import type { Hub } from '@cchc/hub'
import { vitals } from '@cchc/hub/questions/vitals'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { createGateway, serveGateway } from '../src/index.ts'
import { GatewayMetrics } from '../src/metrics/gateway-metrics.ts'
import { metricsApp } from '../src/metrics/metrics-app.ts'
import { parseExposition } from './exposition.ts'
import { smallHub } from './small-hub.ts'

let hub: Hub
beforeAll(async () => {
  hub = await smallHub()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A gateway that is measured, what its metrics say, and how often the hub was asked for them. */
function measured(change: Partial<Hub> = {}) {
  const count = { looks: 0 }
  const own: Hub = {
    ...hub,
    ask: (question, asked, words) => {
      if ((question as unknown) === vitals) count.looks += 1
      return (change.ask ?? hub.ask)(question, asked, words)
    },
  }
  const metrics = new GatewayMetrics(own)
  const app = createGateway(own, { metrics })
  const shown = metricsApp(metrics, { host: '127.0.0.1' })
  const scrape = async () => {
    const response = await shown.request('http://127.0.0.1/metrics')
    const text = await response.text()
    return { response, text, families: parseExposition(text) }
  }
  return { app, count, scrape }
}

it('names, types and explains each metric as Prometheus has it', async () => {
  const { app, scrape } = measured()
  await app.request('/v1/status')
  const { response, families } = await scrape()
  expect(response.headers.get('Content-Type')).toBe('text/plain; version=0.0.4; charset=utf-8')
  const own = [...families.values()].filter(({ name }) => !/^(process|nodejs)_/.test(name))
  expect(families.has('nodejs_eventloop_lag_seconds')).toBe(true)
  expect(own.map(({ name, type }) => `${type} ${name}`).toSorted()).toMatchInlineSnapshot(`
    [
      "counter cchc_http_requests_total",
      "counter cchc_kept_answer_lookups_total",
      "gauge cchc_alert_messages_undelivered",
      "gauge cchc_database_up",
      "gauge cchc_http_requests_in_flight",
      "gauge cchc_kept_answers_bytes",
      "gauge cchc_schedule_late",
      "gauge cchc_schedule_waiting_slots",
      "gauge cchc_source_gate_closed",
      "gauge cchc_source_last_run",
      "gauge cchc_stream_fresh_timestamp_seconds",
      "gauge cchc_stream_records",
      "gauge cchc_stream_refused_records",
      "gauge cchc_stream_stale",
      "histogram cchc_http_request_duration_seconds",
    ]
  `)
  for (const { name, type, help } of own) {
    expect(name).toMatch(/^cchc_[a-z_]+$/)
    expect(name.endsWith('_total')).toBe(type === 'counter')
    expect(help).toMatch(/^[A-Z0-9].{20,}\.$/)
  }
})

it('tells of requests by template of the route alone, however many paths and methods are asked', async () => {
  const { app, scrape } = measured()
  const ask = async (mark: string) => {
    await app.request(`/v1/runs/${mark}?org=${mark}`)
    await app.request(`/v1/${mark}`)
    await app.request('/v1/indicators/missing?period=2022')
    await app.request(`/v1/runs/${mark}`, { method: `M${mark}` })
    await app.request('/v1/status', { headers: { Authorization: `Bearer ${mark}` } })
    await app.request(`/v1/reports/bnv-581-province?period=2022`)
  }
  await ask('canary0')
  const seriesOf = (text: string) => text.match(/^cchc_/gm)?.length
  const before = seriesOf((await scrape()).text)
  for (const mark of ['canary1', 'canary2', 'canary3']) await ask(mark)
  const { text, families } = await scrape()
  expect(seriesOf(text)).toBe(before)
  expect(text).not.toContain('canary')
  expect([...(families.get('cchc_http_requests_total')?.samples ?? [])]).toMatchInlineSnapshot(`
    [
      [
        "cchc_http_requests_total{route="/v1/runs/{id}",method="GET",status_class="4xx"}",
        4,
      ],
      [
        "cchc_http_requests_total{route="none",method="GET",status_class="4xx"}",
        4,
      ],
      [
        "cchc_http_requests_total{route="/v1/indicators/missing",method="GET",status_class="2xx"}",
        4,
      ],
      [
        "cchc_http_requests_total{route="/v1/runs/{id}",method="other",status_class="4xx"}",
        4,
      ],
      [
        "cchc_http_requests_total{route="/v1/status",method="GET",status_class="4xx"}",
        4,
      ],
      [
        "cchc_http_requests_total{route="/v1/reports/{template}",method="GET",status_class="2xx"}",
        4,
      ],
    ]
  `)
  const duration = families.get('cchc_http_request_duration_seconds')?.samples
  expect(duration?.get('cchc_http_request_duration_seconds_count{route="none",method="GET"}')).toBe(
    4,
  )
  expect(families.get('cchc_http_requests_in_flight')?.samples).toEqual(
    new Map([['cchc_http_requests_in_flight', 0]]),
  )
  expect(Object.fromEntries(families.get('cchc_kept_answer_lookups_total')?.samples ?? [])).toEqual(
    {
      'cchc_kept_answer_lookups_total{result="hit"}': 6,
      'cchc_kept_answer_lookups_total{result="miss"}': 2,
    },
  )
  expect(
    families.get('cchc_kept_answers_bytes')?.samples.get('cchc_kept_answers_bytes'),
  ).toBeGreaterThan(500)
})

it('tells how each configured source is, and nothing of units', async () => {
  const { scrape } = measured()
  const { text, families } = await scrape()
  const samples = (name: string) => Object.fromEntries(families.get(name)?.samples ?? [])
  expect(samples('cchc_source_last_run')).toMatchObject({
    'cchc_source_last_run{source="province",status="failed"}': 1,
    'cchc_source_last_run{source="province",status="done"}': 0,
  })
  expect(samples('cchc_stream_refused_records')).toMatchObject({
    'cchc_stream_refused_records{source="province",stream="dossiers"}': 1,
  })
  expect(samples('cchc_stream_stale')).toMatchObject({
    'cchc_stream_stale{source="province",stream="dossiers"}': 1,
  })
  expect(samples('cchc_source_gate_closed')).toEqual({
    'cchc_source_gate_closed{source="province"}': 0,
  })
  expect(samples('cchc_stream_fresh_timestamp_seconds')).toEqual({})
  expect(samples('cchc_database_up')).toEqual({ cchc_database_up: 1 })
  expect(text).not.toMatch(/Sở|H15/)
})

it('asks the database once for all who scrape within some seconds', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  const { count, scrape } = measured()
  await Promise.all([scrape(), scrape(), scrape()])
  await scrape()
  expect(count.looks).toBe(1)
  vi.advanceTimersByTime(5001)
  await scrape()
  expect(count.looks).toBe(2)
})

it('tells nothing of sources while the database does not answer, and says so', async () => {
  let fails = false
  vi.useFakeTimers({ toFake: ['performance'] })
  const { scrape } = measured({
    ask: async (question, asked, words) => {
      if (fails) throw new Error('away')
      return hub.ask(question, asked, words)
    },
  })
  await scrape()
  fails = true
  vi.advanceTimersByTime(5001)
  const { families } = await scrape()
  expect(families.get('cchc_database_up')?.samples.get('cchc_database_up')).toBe(0)
  expect(families.get('cchc_stream_records')?.samples.size).toBe(0)
})

it('is served at an address of its own, and nowhere unless told', async () => {
  const stop = new AbortController()
  const metricsAt = { host: '127.0.0.1', port: 0 }
  const running = await serveGateway(hub, { port: 0, metricsAt, signal: stop.signal })
  const shown = String(running.metricsUrl)
  const ask = async (url: string) => {
    const response = await fetch(url)
    await response.text()
    return response.status
  }
  expect(await ask(shown)).toBe(200)
  expect(await ask(shown.replace('/metrics', '/v1/status'))).toBe(404)
  expect(await ask(`${running.url}/metrics`)).toBe(404)
  const port = Number(new URL(shown).port)
  await expect(serveGateway(hub, { port: 0, metricsAt: { ...metricsAt, port } })).rejects.toThrow(
    `127.0.0.1:${port} (EADDRINUSE)`,
  )
  stop.abort()
  await running.closed
  await expect(fetch(shown)).rejects.toThrow()
  const plain = await serveGateway(hub, { port: 0, signal: stop.signal })
  expect(plain.metricsUrl).toBeUndefined()
  await plain.closed
})

it('is not told to web pages under another name of this machine', async () => {
  const metrics = new GatewayMetrics(hub)
  const ask = async (host: string) =>
    (await metricsApp(metrics, { host }).request('http://evil.example/metrics')).status
  expect([await ask('127.0.0.1'), await ask('0.0.0.0')]).toEqual([421, 200])
})
