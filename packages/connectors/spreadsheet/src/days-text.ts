import { printDay } from '@cchc/domain'

/** Both days of a table as people write them, `15/12/2024 - 14/12/2025`. */
export function daysText({ from, to }: { readonly from: string; readonly to: string }): string {
  return `${printDay(from)} - ${printDay(to)}`
}
