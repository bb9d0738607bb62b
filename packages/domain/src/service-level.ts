import { z } from 'zod'

/**
 * Level at which a procedure is offered online. `information` = mức độ 1-2, `partial` = mức độ 3 (một phần),
 * `full` = mức độ 4 (toàn trình): NĐ 43/2011, NĐ 42/2022, NĐ 224/2026. The "DVC chủ động mức độ 1-4" of
 * NĐ 224/2026 is another scale and never mapped here.
 */
export const ServiceLevel = z.enum(['information', 'partial', 'full'])
export type ServiceLevel = z.output<typeof ServiceLevel>

const BY_TEXT: Readonly<Record<string, ServiceLevel>> = {
  '1': 'information',
  '2': 'information',
  '3': 'partial',
  '4': 'full',
  'cung cấp thông tin': 'information',
  'một phần': 'partial',
  'toàn trình': 'full',
}

/** Normalises a level as portals write it (`4`, `Mức độ 4`, `Toàn trình`); null when it is not stated or not known. */
export function normaliseServiceLevel(received: string | null | undefined): ServiceLevel | null {
  const text = (received ?? '')
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/^(dvc\s+)?(mức\s*(độ)?\s*)/u, '')
  return BY_TEXT[text] ?? null
}
