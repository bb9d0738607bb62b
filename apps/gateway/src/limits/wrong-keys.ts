import { Refusal } from '../refusal.ts'
import { WindowCounter } from './window-counter.ts'

/**
 * Slows down guessing without locking anybody out: only wrong keys count, by the address from which they come. Keys that a
 * program made are always looked at; what a person has chosen is looked at once a second from an address that sent too
 * many wrong ones within five minutes.
 */
export class WrongKeys {
  readonly #wrong: WindowCounter
  readonly #looks: WindowCounter

  constructor({ limit, now = Date.now }: { readonly limit: number; readonly now?: () => number }) {
    this.#wrong = new WindowCounter({ limit, seconds: 300, now })
    this.#looks = new WindowCounter({ limit: 1, seconds: 1, now })
  }

  /** Whether a key may be compared now; one that is hard to guess always is. */
  mayCompare(address: string, { isHardToGuess }: { readonly isHardToGuess: boolean }): boolean {
    return (
      isHardToGuess || this.#wrong.look(address).left > 0 || this.#looks.count(address).left >= 0
    )
  }

  /** Counts a wrong key and refuses it, as `wrong_keys` where too many came before. */
  refuse(
    address: string,
    code: 'unauthorised' | 'token_wrong' | 'token_expired' | 'inbox_key',
  ): never {
    const { left, seconds } = this.#wrong.look(address)
    this.#wrong.count(address)
    if (left > 0) throw new Refusal(code)
    throw new Refusal('wrong_keys', { 'Retry-After': String(seconds) })
  }
}
