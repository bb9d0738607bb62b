/** What is said of keys of the gateway. */
export const keysEn = {
  about: 'who may ask over HTTP: keys of the gateway',
  shownOnce:
    'Keep it now: it is not shown again. It is sent as the header "Authorization: Bearer …". From the first key on, everybody needs one.',
  unknown: (codes: string) =>
    `Nothing is known of ${codes} here, so that the key shows nothing of it: cchc organisations lists what is known. If the code is wrong, revoke the key (cchc keys revoke ID).`,
  states: { good: 'good', expired: 'expired', revoked: 'revoked' },
  scopes: 'Scopes',
  public: 'public',
  organisations: 'Organisations',
  all: 'all',
  until: 'Good until',
  lastUsed: 'Last used',
}
