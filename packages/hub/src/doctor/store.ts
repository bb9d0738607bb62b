import { isAppError, say } from '@cchc/domain'
import { clockFaults, clockWarnings } from '../sources/status.ts'
import { broken, type Finding, type Look } from './finding.ts'

const GIGABYTE = 1_000_000_000
const MOST_SECONDS = 60

/** The database: read, written, its room and its clock. */
export const lookAtStore: Look = async ({ store, now }) => {
  const what = say('database')
  try {
    const { target, clock, freeBytes } = await store.condition()
    return [
      { what, state: 'good', told: say('{target}: read and written', { target }) },
      ...(freeBytes === null ? [] : [roomFinding(freeBytes)]),
      clockFinding(Math.round(Math.abs(clock - now()) / 1000)),
    ]
  } catch (thrown) {
    if (!isAppError(thrown)) throw thrown
    return [broken(what, thrown)]
  }
}

/** What is stored ahead of now, and what the newest runs said of the portals' clocks. */
export const lookAtClocks: Look = async (hub) => {
  const told = [...(await clockFaults(hub)), ...(await clockWarnings(hub))]
  const what = say('clocks of this machine and of the portals')
  if (told.length === 0)
    return [{ what, state: 'good', told: say('nothing is known against them') }]
  const fix = say('Set the clock of this machine (NTP); docs/operations.md says what follows.')
  return told.map((one) => ({ what, state: 'look', told: one, fix }))
}

function roomFinding(freeBytes: number): Finding {
  const gigabytes = Math.floor(freeBytes / GIGABYTE)
  const isLittle = freeBytes < 2 * GIGABYTE
  return {
    what: say('disk of the database'),
    state: isLittle ? 'look' : 'good',
    told: say('{gigabytes} GB are free', { gigabytes }),
    ...(isLittle ? { fix: say('Make room: a backup needs as much again as the database.') } : {}),
  }
}

function clockFinding(seconds: number): Finding {
  const what = say('clock of the database')
  const told = say('{seconds} s from that of this machine', { seconds })
  if (seconds <= MOST_SECONDS) return { what, state: 'good', told }
  return { what, state: 'look', told, fix: say('Set both by one time server (NTP).') }
}
