import { ConfigError, say } from '@cchc/domain'
import { z } from 'zod'
import { defineQuestion } from './question.ts'
import { StreamOfSource } from './stream-of-source.ts'

/** An answer of a portal in which every field that no record needs is a placeholder. */
const RecordedExchange = z.object({
  method: z.string(),
  url: z.string(),
  query: z.record(z.string(), z.string()),
  status: z.int(),
  type: z.string(),
  body: z.string(),
})

/** The answers behind the first page of each stream of a source, fit to be kept as fixtures; nothing is stored. */
export const connectorRecord = defineQuestion({
  command: 'connector record <SOURCE>',
  scope: 'admin',
  about: {
    en: 'keep what a portal answers, without anything that no record needs',
    vi: 'giữ lại kết quả trả về của cổng, bỏ mọi dữ liệu mà bản ghi không cần',
  },
  parameters: StreamOfSource,
  answer: z.object({
    source: z.string(),
    connector: z.string(),
    streams: z.array(
      z.object({
        stream: z.string(),
        exchanges: z.array(RecordedExchange),
        kept: z
          .array(z.string())
          .describe('Fields whose values stayed: request, then path in its answer'),
        masked: z.array(z.string()),
        leftOut: z.array(z.string()).describe('Requests whose answers are neither JSON nor XML'),
      }),
    ),
  }),
  async ask(hub, { source, stream }) {
    const [{ recordReading }, { openForTrial }] = await Promise.all([
      import('@cchc/connector-kit'),
      import('../developing/trial.ts'),
    ])
    const at = hub.now()
    const all = openForTrial(hub, { source, stream })
    const names = all.streams.map(({ name }) => name)
    all.end()
    if (all.kind === 'files') throw answersNothing(source)
    const streams = []
    for (const name of names) {
      const recorded = await recordReading(async (through) => {
        const clock = { ...hub, now: () => at }
        const trial = openForTrial(clock, { source, stream: name }, through)
        try {
          return await trial.streams[0]?.firstPage()
        } finally {
          trial.end()
        }
      })
      streams.push({ stream: name, ...recorded })
    }
    return { source, connector: all.connector, streams }
  },
})

function answersNothing(source: string): ConfigError {
  return new ConfigError(say('{source} is a folder of files, which answers nothing', { source }), {
    fix: say(
      'Its files are what it gives; see what is read of them with: cchc connector try {source}',
      {
        source,
      },
    ),
  })
}
