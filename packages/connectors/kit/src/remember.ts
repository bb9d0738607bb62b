/** A code is shorter; what is longer is not one, and is not kept. */
const LONGEST_KEY = 200

/**
 * Remembers a pure function's answers for the few distinct texts of a long stream (codes of procedures and
 * organisations). Keys are copied, because a substring keeps the whole page alive that it was cut from.
 */
export function remember<T>(answer: (text: string) => T, limit = 10_000): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    if (text.length > LONGEST_KEY) return answer(text)
    const found = known.get(text)
    if (found !== undefined) return found
    if (known.size >= limit) known.clear()
    const key = detach(text)
    const value = answer(key)
    known.set(key, value)
    return value
  }
}

const scratch = Buffer.allocUnsafe(1024)

/** A copy of a text that shares no memory with the text it was cut from. */
export function detach(text: string): string {
  if (text.length * 3 > scratch.length) return Buffer.from(text, 'utf8').toString('utf8')
  return scratch.toString('utf8', 0, scratch.write(text, 'utf8'))
}
