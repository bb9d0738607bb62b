import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Context, Hono } from 'hono'

const TYPES: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
}

const PAGE = `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>CCHC Hub API</title>
<link rel="stylesheet" href="/docs/swagger-ui.css">
<link rel="icon" type="image/png" href="/docs/favicon-32x32.png">
</head>
<body>
<div id="page"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`

const START = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#page', deepLinking: true, validatorUrl: null })\n`

/** The page that shows the API; everything on it comes from this machine. */
export function addDocsPage(app: Hono): void {
  app.get('/docs', (context) => context.html(PAGE))
  app.get('/docs/start.js', (context) =>
    context.body(START, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
  )
  for (const [file, type] of Object.entries(TYPES)) {
    app.get(`/docs/${file}`, (context) => sendFile(context, { file, type }))
  }
}

async function sendFile(context: Context, { file, type }: { file: string; type: string }) {
  const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
  return context.body(new Uint8Array(await readFile(join(folder, file))), 200, {
    'Content-Type': type,
    'Cache-Control': 'max-age=3600',
  })
}
