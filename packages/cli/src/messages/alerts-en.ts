export interface Delivery {
  readonly at: string
  readonly channel: string
  readonly subject: string
  readonly state: 'waits' | 'delivered' | 'given-up'
  readonly attempts: number
  readonly failure: string | null
}

const STATES = { waits: 'waits for another try', delivered: 'delivered', 'given-up': 'GIVEN UP' }

/** What `cchc alerts` says above its tables and below them. */
export const alertsEn = {
  told: 'What needs a look',
  since: 'Since',
  sent: 'Told',
  channel: 'Channel',
  subject: 'Message',
  arrived: 'Arrived',
  fault: 'What went wrong',
  yes: 'yes',
  no: 'NO',
  delivery: ({ at, channel, subject, state, attempts, failure }: Delivery) =>
    `${at} ${channel}: ${subject} (${STATES[state]}, ${attempts === 1 ? '1 try' : `${attempts} tries`}${failure === null ? '' : `: ${failure}`})`,
  sums: (sent: { delivered: number; waiting: number; givenUp: number }) =>
    `${sent.delivered} delivered, ${sent.waiting} wait for another try, ${sent.givenUp} given up.`,
  dryRun: 'Nothing was kept and nothing sent: this is what would be told now.',
  quiet: 'These are quiet hours: what is new is told after them.',
}
