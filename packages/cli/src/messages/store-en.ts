/** What is said of the store as a whole. */
export const storeEn = {
  about: 'move what is stored to another database, or make its sums anew',
  backedUp: (file: string, at: string) =>
    `Wrote ${file} as of ${at}, and read it back: it holds what was read.`,
  restored: (file: string, at: string) =>
    `The store is now as it was at ${at} (${file}). What came later: cchc sync`,
  keysAgain: (keys: string) =>
    `Keys that are good now: ${keys}. An archive does not know what was revoked after it was made: revoke such a key again (cchc keys revoke ID), or restore with --without-keys.`,
  keysGone:
    'The store holds no key of the gateway now. A cchc serve that runs goes on asking for one; one that is started anew answers this machine without, unless the configuration names a key. Make the first one before: cchc keys create',
  rebuilt:
    'The sums were made anew from the dossiers; figures are the same, unless sums had been damaged.',
  rebuildStopped:
    'Stopped. Figures are right, but slower: they are counted from the dossiers until it is run again to its end.',
  moved: (target: string, config: string) =>
    `${target} holds the same, table by table. Now write what you gave as --to under store.url in ${config}, restart cchc serve and what runs on a schedule, and look at cchc status; the former database was left as it is.`,
}
