import { z } from '@hono/zod-openapi'

/** An organisation of the tree. */
export const OrganisationItem = z
  .object({
    code: z.string(),
    oldCode: z.string().nullable(),
    name: z.string(),
    level: z.string(),
    parentCode: z.string().nullable(),
  })
  .openapi('Organisation')

/** A procedure of the unified catalogue. */
export const ProcedureItem = z
  .object({
    code: z.string(),
    name: z.string(),
    fieldCode: z.string().nullable(),
    fieldName: z.string().nullable(),
    levels: z.array(z.string()).readonly(),
    serviceLevels: z.array(z.string()).readonly(),
    hasFee: z.boolean().nullable(),
    inForce: z.boolean(),
    sources: z.array(z.string()).readonly(),
  })
  .openapi('Procedure')

/** A report template. */
export const TemplateItem = z.object({ id: z.string(), title: z.string() }).openapi('Template')
