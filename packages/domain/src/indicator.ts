import { z } from 'zod'
import { say } from './messages/say.ts'

/** Stable name of an indicator across templates, e.g. `plan_tasks_done`. */
export const IndicatorId = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,79}$/, say('not an indicator id such as plan_tasks_done').template)
export type IndicatorId = z.output<typeof IndicatorId>

/** One entry of a coded indicator, e.g. 0 = "Chưa", 1 = "Hoàn thành". */
export const CodeListEntry = z.object({ code: z.int(), label: z.string().min(1).max(100) })

/**
 * A statistical indicator (chỉ tiêu thống kê) of CCHC reports, apart from the templates that print it.
 * `nature` decides what may be added: flows over time, stocks only over organisations, anything else never.
 */
export const Indicator = z.object({
  id: IndicatorId,
  label: z.string().min(1).max(600),
  unit: z.string().max(60),
  kind: z.enum(['count', 'ratio', 'money', 'coded', 'text']),
  nature: z.enum(['flow', 'stock', 'none']),
  /** For a ratio: the indicators that it is the quotient of; null where it is given as such. */
  quotient: z.object({ numerator: IndicatorId, denominator: IndicatorId }).nullable(),
  /** For a total: the indicators that it is the sum of; empty otherwise. */
  sumOf: z.array(IndicatorId),
  /** For a coded indicator: its official values; empty otherwise. */
  codeList: z.array(CodeListEntry),
})
export type Indicator = z.output<typeof Indicator>

/** Reads a code list as forms print it in the unit column, `Chưa = 0 Đang làm = 1`; empty where there is none. */
export function parseCodeList(unit: string): z.output<typeof CodeListEntry>[] {
  const entries = unit.normalize('NFC').matchAll(/([^=]+?)\s*=\s*(\d+)(?:\s*[;,.]?\s*|$)/gu)
  return [...entries].map(([, label = '', code]) => ({ code: Number(code), label: label.trim() }))
}
