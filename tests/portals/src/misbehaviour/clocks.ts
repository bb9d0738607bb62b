const HOUR_MS = 3_600_000
const YEAR_MS = 366 * 24 * HOUR_MS

/** What a portal writes into the Date of an answer at an instant (epoch ms); `nth` counts its answers. */
export type WrongClock = (now: number, nth: number) => string

const dated = (instant: number) => new Date(instant).toUTCString()

/** Wrong clocks of portals, by name. */
export const WRONG_CLOCKS = {
  'clock-ahead': (now) => dated(now + YEAR_MS),
  'clock-behind': (now) => dated(now - YEAR_MS),
  'clock-hours-behind': (now) => dated(now - 7 * HOUR_MS),
  /** As machines show whose clock was never set. */
  'clock-decades-behind': () => dated(0),
  'clock-decades-ahead': (now) => dated(now + 40 * YEAR_MS),
  /** Several machines answer, each with a clock of its own. */
  'clock-wandering': (now, nth) => dated(now + ([0, -YEAR_MS, 0, 40 * 24 * HOUR_MS][nth % 4] ?? 0)),
  'clock-unreadable': (_, nth) =>
    ['', 'now', '31/12/2022 08:00', 'x'.repeat(10_000)][nth % 4] ?? '',
} as const satisfies Readonly<Record<string, WrongClock>>

/** An answer with another Date. */
export function withDate(response: Response, date: string): Response {
  const headers = new Headers(response.headers)
  headers.set('date', date)
  return new Response(response.body, { status: response.status, headers })
}
