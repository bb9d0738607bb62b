/** Tags that the page is made of; whatever else stands in it came in by a name. */
const TAGS = new Set([
  ...[
    'html',
    'head',
    'meta',
    'title',
    'link',
    'script',
    'body',
    'a',
    'header',
    'p',
    'nav',
    'ul',
    'ol',
  ],
  ...[
    'li',
    'form',
    'label',
    'input',
    'datalist',
    'option',
    'select',
    'textarea',
    'optgroup',
    'button',
    'main',
  ],
  ...['section', 'h1', 'h2', 'small', 'strong', 'em', 'dl', 'dt', 'dd', 'div', 'table', 'caption'],
  ...['thead', 'tbody', 'tr', 'th', 'td', 'figure', 'figcaption', 'svg', 'defs', 'pattern', 'rect'],
  ...['line', 'text', 'span', 'code', 'bdi', 'br', 'details', 'summary', 'article', 'footer'],
])

const TAG = /<(\/?)([a-zA-Z!][^\s/>]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/g

/** What of a page's text a browser would run, load or read as somebody else's; nothing in a page that is sound. */
export function faultsOf(html: string): readonly string[] {
  const found = [...html.matchAll(TAG)].flatMap(([whole, , name = '', attributes = '']) => [
    ...(name === '!doctype' || TAGS.has(name) ? [] : [whole]),
    ...(/\s(on\w+|style|srcdoc)\s*=/i.test(attributes.replaceAll(/"[^"]*"/g, '""')) ? [whole] : []),
    ...leadingAway(attributes).map((address) => `${whole} leads to ${address}`),
  ])
  const scripts = html.match(/<script(?! src="\/trang\/page\.js\?\w+" defer><\/script>)/g) ?? []
  const turning = html.match(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g) ?? []
  const loose = html.normalize('NFC') === html ? [] : ['letters that are not composed']
  return [...found, ...scripts, ...turning, ...loose]
}

function leadingAway(attributes: string): readonly string[] {
  return [...attributes.matchAll(/\b(?:href|src|action)="([^"]*)"/g)]
    .map(([, address = '']) => address)
    .filter((address) => !/^(\/trang\/|#)/.test(address))
}

/** The numbers of a page by what each is asked for, such as `receivedTotal`. */
export function figuresOf(html: string): ReadonlyMap<string, readonly string[]> {
  const links = html.matchAll(/<a (?:class="none" )?href="([^"]*)"[^>]*>([^<]*)<\/a>/g)
  const figures = new Map<string, string[]>()
  for (const [, address = '', printed = ''] of links) {
    const asked = new URL(address.replaceAll('&amp;', '&'), 'http://127.0.0.1').searchParams
    const key = [asked.get('indicator'), asked.get('org'), asked.get('period')].join(' ')
    if (asked.has('indicator')) figures.set(key, [...(figures.get(key) ?? []), printed])
  }
  return figures
}
