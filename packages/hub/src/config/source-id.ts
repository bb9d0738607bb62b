import { say } from '@cchc/domain'
import { z } from 'zod'

/** The id of a source, or of a schedule: stable, for it is kept with everything that came of it. */
export const SourceId = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]{0,39}$/,
    say('use lower-case letters, digits and hyphens, at most 40').template,
  )
