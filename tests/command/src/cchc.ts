import { fileURLToPath } from 'node:url'

/** The command's own file, which cannot be asked of its package: that package's tests ask this one. */
export const SOURCE = fileURLToPath(new URL('../../../packages/cli/bin/cchc.js', import.meta.url))

/** Where the set-up of a test run tells its workers which file starts `cchc`. */
export const BUNDLED = 'CCHC_BUNDLED_FOR_TESTS'

/** The file that starts `cchc`: gathered by the set-up of the run, or the command's own where nothing is gathered. */
export const CCHC = process.env[BUNDLED] ?? SOURCE
