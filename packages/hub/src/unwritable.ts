import { ConfigError, say } from '@cchc/domain'

/** That a file or folder cannot be written, with the system's code. */
export function unwritable(path: string, cause: unknown): ConfigError {
  const { code = 'unknown' } = cause as NodeJS.ErrnoException
  return new ConfigError(say('{path} cannot be written ({code})', { path, code }), {
    cause,
    fix: say('Check that the folder exists and that you may write into it.'),
  })
}
