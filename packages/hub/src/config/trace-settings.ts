import { z } from 'zod'

/** Where traces go (OpenTelemetry, OTLP over HTTP). Without the section none are made and nothing of it is loaded. */
export const TraceSettings = z
  .object({
    url: z
      .url({ protocol: /^https?$/ })
      .default('http://127.0.0.1:4318/v1/traces')
      .describe('Gets spans by POST (OTLP) / Nơi nhận các span bằng POST (OTLP)'),
    authorization: z
      .string()
      .min(1)
      .optional()
      .meta({ secret: true })
      .describe('The header Authorization of these requests / Tiêu đề Authorization khi gửi'),
    share: z
      .number()
      .min(0)
      .max(1)
      .default(1)
      .describe(
        'Of how many requests and runs traces are made, where whoever asks does not say so / Tỷ lệ yêu cầu và lượt chạy được ghi vết',
      ),
  })
  .describe(
    'Traces for OpenTelemetry; off where it is absent / Vết xử lý cho OpenTelemetry; không có mục này thì tắt',
  )
export type TraceSettings = z.output<typeof TraceSettings>
