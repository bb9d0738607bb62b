/** What is said of each place, several things one below the other, each once. */
export function joined<Place>(
  said: readonly { readonly at: Place; readonly text: string }[],
): ReadonlyMap<Place, string> {
  const places = Map.groupBy(said, ({ at }) => at)
  return new Map(
    [...places].map(([at, own]) => [at, [...new Set(own.map(({ text }) => text))].join('\n\n')]),
  )
}
