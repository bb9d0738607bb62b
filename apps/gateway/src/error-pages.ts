import { NotFoundError, say } from '@cchc/domain'
import type { Hono } from 'hono'
import { html } from 'hono/html'
import { type Language, wordsIn } from './language.ts'
import { PROBLEM_KINDS, type ProblemKind } from './problem-kinds.ts'

/** Where the `type` of a problem document leads. */
export function typeOf(code: string): string {
  return `/errors/${code}`
}

/** A page for each code of a problem document, in both languages, and one that lists them. They hold no data. */
export function addErrorPages(app: Hono): void {
  app.get('/errors', (context) => context.html(page('cchc', listOfCodes())))
  app.get('/errors/:code', async (context) => {
    const code = context.req.param('code')
    const kind = Object.hasOwn(PROBLEM_KINDS, code) ? PROBLEM_KINDS[code] : undefined
    if (!kind) throw noSuchCode()
    const parts = [await part('vi', kind), await part('en', kind)]
    return context.html(page(code, html`<h1><code>${code}</code> (${kind.status})</h1>${parts}`))
  })
}

type Html = ReturnType<typeof html>

async function part(language: Language, { title, detail, fix }: ProblemKind) {
  const words = await wordsIn(language)
  return html`<section lang="${language}">
<h2>${words(title)}</h2>
<p>${words(detail)}</p>
<p>${words(fix)}</p>
</section>
`
}

function listOfCodes(): Html {
  const items = Object.entries(PROBLEM_KINDS).map(
    ([code, { status }]) => html`<li><a href="${typeOf(code)}">${code}</a> (${status})</li>\n`,
  )
  return html`<ul>\n${items}</ul>`
}

function page(title: string, content: Html): Html {
  return html`<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><title>${title}</title></head>
<body>
${content}
</body>
</html>
`
}

function noSuchCode(): NotFoundError {
  return new NotFoundError(say('There is no such code.'), {
    fix: say('/errors lists all of them.'),
  })
}
