import { userInfo } from 'node:os'

/** Who does something: as told, else by the account of the system. */
export function personOf(given: string | undefined): string {
  const name = given?.trim()
  if (name) return name.slice(0, 200)
  try {
    return userInfo().username
  } catch {
    return `uid ${process.getuid?.() ?? 'unknown'}`
  }
}
