/**
 * Preloaded into every recorded process: puts its clock to ANSWERS_CLOCK, an instant at which it stands still, or from
 * which it goes on where a `+` follows. What is answered then depends neither on the day nor on the speed of a machine.
 */
const written = process.env.ANSWERS_CLOCK
if (written !== undefined) setClock(written)

function setClock(text: string): void {
  const goesOn = text.endsWith('+')
  const instant = Date.parse(goesOn ? text.slice(0, -1) : text)
  if (Number.isNaN(instant)) throw new RangeError(`ANSWERS_CLOCK is no instant: ${text}`)
  const realNow = Date.now
  const start = realNow()
  const now = (): number => (goesOn ? instant + realNow() - start : instant)
  Date.now = now
  globalThis.Date = new Proxy(Date, {
    construct: (real, given: unknown[], target) =>
      Reflect.construct(real, given.length === 0 ? [now()] : given, target),
  })
}
