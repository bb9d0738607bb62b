/** What `cchc schedules` shows, and `cchc worker` tells. */
export const schedulesEn = {
  schedule: 'Schedule',
  does: 'Does',
  pattern: 'At',
  next: 'Next',
  last: 'Last',
  outcome: 'Outcome',
  waiting: 'Waiting',
  states: {
    due: 'due',
    running: 'running',
    done: 'done',
    partial: 'partial',
    failed: 'FAILED',
    skipped: 'skipped',
  },
  late: 'Slots wait that nobody has begun: is a worker running? cchc worker',
  none: 'No schedule is configured: cchc init shows what they look like.',
  working: 'At work; stop with Ctrl-C.',
  ended: 'The worker has ended.',
  began: 'began',
  later: (at: string) => `goes on at ${at}`,
}
