interface Family {
  readonly name: string
  readonly help: string
  readonly type: string
  /** Values by name and labels as written. */
  readonly samples: ReadonlyMap<string, number>
}

const HEAD = /^# HELP (\w+) (\S.*)\n# TYPE \1 (counter|gauge|histogram|summary)$/
const SAMPLE = /^(\w+(?:\{(?:\w+="(?:[^"\\\n]|\\["\\n])*",?)*\})?) (\S+)$/
/** Nothing was measured yet: NaN, in any case of letters. */
const NUMBER = /^(-?\d+(\.\d+)?(e[+-]?\d+)?|nan)$/i
const SUFFIXES: Readonly<Record<string, readonly string[]>> = {
  histogram: ['_bucket', '_sum', '_count'],
  summary: ['', '_sum', '_count'],
}

/** Reads the text format of Prometheus (0.0.4); throws where it is not kept. */
export function parseExposition(text: string): ReadonlyMap<string, Family> {
  if (!text.endsWith('\n')) throw new Error('the last line has no end')
  const families = text.trimEnd().split(/\n+(?=# HELP )/)
  const parsed = families.map(familyOf)
  const byName = new Map(parsed.map((family) => [family.name, family]))
  if (byName.size !== parsed.length) throw new Error('a metric is told twice')
  return byName
}

function familyOf(text: string): Family {
  const [help = '', type = '', ...lines] = text.split('\n')
  const head = HEAD.exec(`${help}\n${type}`)
  if (!head) throw new Error(`no head: ${help} ${type}`)
  const [, name = '', said = '', kind = ''] = head
  const samples = new Map<string, number>()
  for (const line of lines) {
    const [, sample = '', written = ''] = SAMPLE.exec(line) ?? []
    const own = (SUFFIXES[kind] ?? ['']).map((suffix) => `${name}${suffix}`)
    if (!own.includes(sample.split('{')[0] ?? '')) throw new Error(`not of ${name}: ${line}`)
    if (samples.has(sample) || !NUMBER.test(written))
      throw new Error(`twice, or no number: ${line}`)
    samples.set(sample, Number(written))
  }
  return { name, help: said, type: kind, samples }
}
