import { statSync } from 'node:fs'
import { say, UsageError } from '@cchc/domain'

/** The number of the user whose file that is, as whom a service runs. Throws UsageError where that is root. */
export function ownerOf(path: string): string {
  const { uid } = statSync(path)
  if (uid !== 0) return String(uid)
  throw new UsageError(say('{path} belongs to root, as whom no service should run', { path }), {
    fix: say(
      'Name a user of this machine with --user; it must be able to read the configuration and to write beside it.',
    ),
  })
}
