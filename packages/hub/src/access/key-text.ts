import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A new secret of 256 random bits. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** A key as it is sent: it begins with `cchc_`, so that searches for leaked secrets find it. */
export function keyText(id: string, secret: string): string {
  return `cchc_${id}_${secret}`
}

/** The parts of a key; undefined for what is none. */
export function partsOfKey(
  text: string,
): { readonly id: string; readonly secret: string } | undefined {
  const [, id, secret] = /^cchc_(\d{1,9})_([\w-]{43})$/.exec(text) ?? []
  return id !== undefined && secret !== undefined ? { id, secret } : undefined
}

/** What is kept of a secret. It is random and long, so that a plain digest cannot be turned back. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** Whether a secret has that digest; compared in constant time. */
export function hasDigest(secret: string, digest: string): boolean {
  const [own, kept] = [Buffer.from(digestOf(secret)), Buffer.from(digest)]
  return own.length === kept.length && timingSafeEqual(own, kept)
}
