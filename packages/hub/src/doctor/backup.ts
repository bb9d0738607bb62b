import { instantText, isAppError, say } from '@cchc/domain'
import { readArchiveFacts } from '@cchc/store'
import { broken, type Finding } from './finding.ts'

const MOST_MS = 7 * 24 * 3_600_000

/** How old the archive is that a schedule writes. */
export async function lookAtBackup(file: string, now: number): Promise<Finding> {
  const what = say('last backup')
  try {
    const { madeAt } = await readArchiveFacts(file)
    const told = say('{file}, as of {instant}', { file, instant: instantText(madeAt) })
    if (now - madeAt <= MOST_MS) return { what, state: 'good', told }
    return { what, state: 'look', told, fix: say('It is older than a week: cchc backup') }
  } catch (thrown) {
    if (!isAppError(thrown)) throw thrown
    return broken(what, thrown)
  }
}
