import { printDay } from '@cchc/domain'

/** `08:30:05 ngày 20/12/2022` for an instant in ISO 8601 of Vietnam's time. */
export function printMoment(instant: string): string {
  return `${instant.slice(11, 19)} ngày ${printDay(instant.slice(0, 10))}`
}
