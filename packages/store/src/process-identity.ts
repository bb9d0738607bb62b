import { createHash } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/**
 * Who holds a lease: `host:pid:start`. The host part tells machines of one name and containers apart, the start time a
 * process from a later one that was given the same number.
 */
export function processIdentity(): string {
  return `${hostIdentity()}:${process.pid}:${startTime(process.pid) ?? ''}`
}

/** Whether the process is known to be gone; false for processes of other machines, of which nothing is known. */
export function isDeadProcess(identity: string): boolean {
  const [host, pidText, start] = identity.split(':')
  const pid = Number(pidText)
  if (host !== hostIdentity() || !Number.isSafeInteger(pid) || pid <= 0) return false
  if (!exists(pid)) return true
  const current = startTime(pid)
  return current !== undefined && start !== '' && current !== start
}

/** The owner in words for a message. */
export function processParts(identity: string): { process: string; host: string } {
  const [host = '', pid = ''] = identity.split(':')
  return { process: pid, host: host.split('~')[0] ?? '' }
}

function hostIdentity(): string {
  const parts = [readText('/etc/machine-id'), readLink('/proc/self/ns/pid')].join()
  const mark = createHash('sha256').update(parts).digest('hex').slice(0, 8)
  return `${hostname().replaceAll(':', '-')}~${mark}`
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

/** Field 22 of /proc/PID/stat, clock ticks since boot; a zombie counts as gone. Undefined where there is no /proc. */
function startTime(pid: number): string | undefined {
  const stat = readText(`/proc/${pid}/stat`)
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields[0] === 'Z' ? 'gone' : fields[19]
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function readLink(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}
