/** What `cchc doctor` says of this machine, and above its table. */
export const doctorEn = {
  what: 'Looked at',
  fix: 'What to do',
  states: { good: 'good', look: 'LOOK', broken: 'BROKEN' },
  node: 'Node',
  newerNode: 'Install Node 22.14 or newer.',
  port: (host: string, port: number) => `port ${host}:${port}`,
  free: 'free',
  taken: 'in use, as it is while cchc serve runs',
  refused: (code: string) => `cannot be listened on (${code})`,
  otherPort: 'Configure another gateway.port or gateway.host.',
  configuration: 'configuration',
  database: 'database',
  rest: 'nothing else could be looked at',
}
