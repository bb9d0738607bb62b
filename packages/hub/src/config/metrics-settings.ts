import { z } from 'zod'

/** Where `cchc serve` tells Prometheus how it and the sources are. Without the section nothing listens. */
export const MetricsSettings = z
  .object({
    host: z
      .string()
      .min(1)
      .default('127.0.0.1')
      .describe('The address of the machine on which Prometheus may ask; it needs no key'),
    port: z.int().min(0).max(65_535).default(9464),
  })
  .describe(
    'Metrics for Prometheus at /metrics of an address of their own; off where it is absent / Số đo cho Prometheus; không có mục này thì không mở',
  )
