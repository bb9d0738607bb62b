/** The token of a header Authorization: Bearer; empty without one. */
export function bearerOf(header = ''): string {
  return /^Bearer +(\S+) *$/i.exec(header)?.[1] ?? ''
}
