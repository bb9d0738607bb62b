import { CHOSEN } from './chosen.ts'
import { type Html, html, NOTHING, plain } from './html.ts'
import { linkTo, PATHS, ROOT } from './links.ts'
import type { Place, Shown, View, Viewing } from './view.ts'

/** A page as it is sent. `version` changes with its style and script. */
interface Framed extends Shown {
  readonly menu: Html
  readonly place: Pick<Place, 'hasKey'>
  readonly version: string
}

/** The frame of every page: its head, where to go from it, and what is shown; nothing of it before it is whole, so that nothing moves. */
export function framed({ title, content, menu, place, version }: Framed): Html {
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${plain(title)} – CCHC Hub</title>
<link rel="icon" href="${ROOT}/icon.svg?${version}" type="image/svg+xml">
<link rel="stylesheet" href="${ROOT}/page.css?${version}">
<link rel="expect" href="#cuoi-trang" blocking="render">
<script src="${ROOT}/page.js?${version}" defer></script>
</head>
<body>
<a class="skip" href="#noi-dung">Đến nội dung</a>
<header>
<p class="brand"><a href="${linkTo(PATHS.overview)}">CCHC Hub</a></p>
<nav aria-label="Các trang">${menu}</nav>
${place.hasKey ? signOut : NOTHING}
</header>
<main id="noi-dung" tabindex="-1">
${content}
</main>
<footer id="cuoi-trang"><p>Số liệu lấy từ các nguồn đã kết nối và đếm theo quy tắc nêu ở từng trang. Bấm vào một số để xem số đó từ đâu.</p></footer>
</body>
</html>
`
}

const signOut = html`<form method="post" action="${linkTo(PATHS.signOut)}"><button class="plain">Thoát</button></form>`

/** Where to go from a view; the organisation and the period go along. */
export function menuOf(
  views: readonly View[],
  viewing: Pick<Viewing, 'given'>,
  current?: View,
): Html {
  const { given } = viewing
  const items = views.flatMap((view) => {
    if (view.menu === undefined) return []
    const kept = CHOSEN.filter((name) => view.takes.includes(name) && name !== 'partial')
    const asked = Object.fromEntries(kept.map((name) => [name, given[name]]))
    const mark = view === current ? html` aria-current="page"` : NOTHING
    return [html`<li><a href="${linkTo(view.path, asked)}"${mark}>${view.menu}</a></li>`]
  })
  return html`<ul>${items}</ul>`
}
