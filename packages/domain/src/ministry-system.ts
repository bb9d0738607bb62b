import { z } from 'zod'
import { OrganisationCode } from './organisation.ts'

/**
 * That a source is a ministry's central system (hệ thống thông tin giải quyết TTHC tập trung của bộ, NĐ 224/2026/NĐ-CP
 * Điều 15.1): it holds dossiers that an organisation's own units handle there instead of in the province's one-stop.
 */
export const MinistrySystem = z.object({
  name: z.string().trim().min(1).max(300).describe('The ministry, such as Bộ Tư pháp'),
  code: OrganisationCode.optional().describe('Its code, such as G15'),
  counted: z
    .boolean()
    .default(true)
    .describe(
      'Whether its dossiers are part of the figures of the units that handle them; one that the province holds too counts once',
    ),
})
export type MinistrySystem = z.output<typeof MinistrySystem>
