/** What `cchc organisations import` says. */
export const successionEn = {
  help: {
    import: 'add a table of old and new units (xlsx, csv) to the successions of the configuration',
    dryRun: 'check everything and write nothing',
  },
  day: 'From',
  kind: 'Kind',
  from: 'Old units',
  to: 'New units',
  basis: 'Decision',
  kinds: { renamed: 'renamed', merged: 'merged', split: 'split', abolished: 'abolished' },
  units: (units: readonly { code: string; name: string }[]) =>
    `New units in organisations: ${units.map(({ code, name }) => `${code} (${name})`).join(', ')}`,
  done: (counts: { added: number; known: number; dryRun: boolean }) =>
    `${counts.dryRun ? 'Would be added' : 'Added'}: ${counts.added}; known already: ${counts.known}`,
}
