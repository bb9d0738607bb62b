import type { PlannedEvent } from './plan.ts'

type Plan = readonly PlannedEvent[]

/**
 * The shortest plan that still breaks the same promise, found by leaving events out: halves first, then ever smaller
 * parts, until no single event can be left out. `breaks` lives a year.
 */
export async function shrink(plan: Plan, breaks: (plan: Plan) => Promise<boolean>): Promise<Plan> {
  let kept = plan
  let size = Math.ceil(kept.length / 2)
  for (;;) {
    const shorter = await withoutOnePart(kept, size, breaks)
    if (shorter.length === kept.length && size === 1) return kept
    if (shorter.length === kept.length) size = Math.ceil(size / 2)
    kept = shorter
  }
}

/** Goes once through the plan from its end and leaves out every part that is not needed. */
async function withoutOnePart(
  plan: Plan,
  size: number,
  breaks: (plan: Plan) => Promise<boolean>,
): Promise<Plan> {
  let kept = plan
  for (let end = plan.length; end > 0; end -= size) {
    const shorter = kept.toSpliced(Math.max(0, end - size), Math.min(size, end))
    if (await breaks(shorter)) kept = shorter
  }
  return kept
}
