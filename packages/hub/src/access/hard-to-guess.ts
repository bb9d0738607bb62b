const LEAST_LENGTH = 24
const LEAST_DIFFERENT = 10

/**
 * Whether a key of the configuration is so long and mixed that nobody guesses it at any speed, as one that a program made
 * (`openssl rand -hex 24`) is; another one may be words of a person.
 */
export function isHardToGuess(key: string): boolean {
  return key.length >= LEAST_LENGTH && new Set(key).size >= LEAST_DIFFERENT
}
