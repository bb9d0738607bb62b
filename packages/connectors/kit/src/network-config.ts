import { say } from '@cchc/domain'
import { z } from 'zod'

/** A proxy through which a source is reached; hosts of `noProxy`, and all below them, are reached without it. */
const ProxySettings = z.strictObject({
  url: z
    .url({ protocol: /^https?$/ })
    .refine(
      (url) => !URL.canParse(url) || new URL(url).username === '',
      say('write username and password beside url').template,
    ),
  username: z.string().min(1).optional(),
  password: z.string().min(1).meta({ secret: true }).optional(),
  noProxy: z.array(z.string().min(1)).default([]),
})

/** Texts in PEM. `ca` is trusted beside the authorities that the machine knows; `cert` and `key` show who asks. */
const TlsSettings = z
  .strictObject({
    ca: z.string().min(1).meta({ secret: true }).optional(),
    cert: z.string().min(1).meta({ secret: true }).optional(),
    key: z.string().min(1).meta({ secret: true }).optional(),
    passphrase: z.string().min(1).meta({ secret: true }).optional(),
  })
  .refine(
    ({ cert, key }) => (cert === undefined) === (key === undefined),
    say('cert and key belong together').template,
  )

/** How a source is reached: part of `http` in the configuration of every source. */
export const networkFields = { proxy: ProxySettings.optional(), tls: TlsSettings.optional() }

export interface Network {
  readonly proxy?: z.output<typeof ProxySettings> | undefined
  readonly tls?: z.output<typeof TlsSettings> | undefined
}
