import type { BulletinLetter } from './docx-bulletin.ts'

export type { BulletinLetter } from './docx-bulletin.ts'

/** The bytes of a bulletin as docx, which takes longer to load than most commands take to run. */
export async function renderBulletin(letter: BulletinLetter): Promise<Uint8Array<ArrayBuffer>> {
  const { bulletinDocx } = await import('./docx-bulletin.ts')
  return bulletinDocx(letter)
}
