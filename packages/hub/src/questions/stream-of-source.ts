import { z } from 'zod'

/** A source, and one of its streams where not all are meant. */
export const StreamOfSource = z.strictObject({
  source: z.string().meta({ description: 'id of a source', vi: 'mã nguồn' }),
  stream: z
    .string()
    .optional()
    .meta({ description: 'only this stream', vi: 'chỉ luồng này', placeholder: 'name' }),
})
