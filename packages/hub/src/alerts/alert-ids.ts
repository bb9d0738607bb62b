/** What can be told of the hub's own state; each is one file in `kinds`. */
export const ALERT_IDS = [
  'source-stale',
  'run-not-done',
  'refusals-above',
  'gate-closed',
  'portal-changed',
  'schedule-behind',
  'form-ends',
  'calendar-ends',
  'channel-fails',
] as const
export type AlertId = (typeof ALERT_IDS)[number]
