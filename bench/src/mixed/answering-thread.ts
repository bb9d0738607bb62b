import { readFileSync } from 'node:fs'

/** What the thread that answers did, in ms of each second; the main thread of its process, as Linux tells it. */
export interface ThreadCourse {
  /** At work, on average. */
  readonly work: number
  readonly mostWork: number
  /** Ready to work, and without a core: the machine, not the gateway. */
  readonly wait: number
  readonly mostWait: number
}

/** Watches the main thread of a process until it is told to end. */
export function watchThread(pid: number): { end(): ThreadCourse } {
  const seconds: { readonly work: number; readonly wait: number }[] = []
  let last = timesOf(pid)
  const timer = setInterval(() => {
    const now = timesOf(pid)
    const passed = now.at - last.at
    const share = (to: number, from: number) => ((to - from) / passed) * 1000
    seconds.push({ work: share(now.work, last.work), wait: share(now.wait, last.wait) })
    last = now
  }, 1000)
  return {
    end() {
      clearInterval(timer)
      const [work, wait] = [seconds.map((one) => one.work), seconds.map((one) => one.wait)]
      const mean = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / of.length
      return {
        ...{ work: mean(work), mostWork: Math.max(...work) },
        ...{ wait: mean(wait), mostWait: Math.max(...wait) },
      }
    },
  }
}

/** In ms since the thread began; `at` by the clock of this process. */
function timesOf(pid: number) {
  const [work = 0, wait = 0] = readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ').map(Number)
  return { work: work / 1e6, wait: wait / 1e6, at: performance.now() }
}
