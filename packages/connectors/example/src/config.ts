import { HttpSource } from '@cchc/connector-kit'
import { z } from 'zod'

/** What stands in a configuration under the source's name; `baseUrl` and `http` come with every portal that is asked. */
export const ExampleConfig = HttpSource.extend({
  username: z.string().min(1),
  password: z.string().min(1).meta({ secret: true }),
})
export type ExampleConfig = z.output<typeof ExampleConfig>
