/** What a configuration takes from the environment. */
const reference = (name: string) => ['$', `{env:${name}}`].join('')

/** The configuration of a province whose portal never answers, over the database that the environment names. */
export function silentProvince(since: string, organisations: object) {
  return {
    store: { url: reference('DATABASE') },
    reporting: { organisation: 'H15' },
    organisations,
    sources: {
      province: {
        connector: 'opencps',
        baseUrl: 'http://127.0.0.1:1',
        username: 'cchc',
        password: reference('PASSWORD'),
        groupId: '1',
        since,
        http: { retries: 0 },
      },
    },
  }
}
