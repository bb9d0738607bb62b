import { type Html, html, NOTHING } from './html.ts'
import { linkTo, PATHS } from './links.ts'
import type { Shown } from './view.ts'

/** How the form was come to: where to go from it, and what was wrong with the key that was given. */
interface Asked {
  readonly to: string
  readonly wrong?: string | undefined
  /** Whether people sign in by a login system too, and have just left the page so that they may want to leave that as well. */
  readonly issuer?: 'known' | 'left' | undefined
}

/** The form that takes a key; it is kept in a cookie that no script sees. */
export function signIn({ to, wrong, issuer }: Asked): Shown {
  return {
    title: 'Đăng nhập',
    content: html`<h1>Đăng nhập</h1>
${wrong === undefined ? NOTHING : faultLine(wrong)}
${issuer === undefined ? NOTHING : byIssuer(to, issuer)}<p>Trang này cần khóa truy cập. Khóa do người vận hành hệ thống cấp (lệnh <code>cchc keys create</code>); mỗi khóa chỉ xem được đơn vị và số liệu của mình.</p>
<form class="sign-in" method="post" action="${linkTo(PATHS.signIn)}"><input type="hidden" name="to" value="${to}">
<label>Khóa truy cập <input type="password" name="key" required maxlength="4000" autocomplete="current-password" autofocus${wrong === undefined ? NOTHING : html` aria-describedby="sai" aria-invalid="true"`}></label>
<button>Vào</button></form>`,
  }
}

function byIssuer(to: string, issuer: 'known' | 'left'): Html {
  const left = html`<p class="answer told" role="status">Bạn đã thoát khỏi trang này. <a href="${linkTo(PATHS.leaveIssuer)}">Thoát cả hệ thống đăng nhập</a></p>`
  return html`${issuer === 'left' ? left : NOTHING}<p><a class="button" href="${linkTo(PATHS.toIssuer, { to })}">Đăng nhập bằng tài khoản của bạn</a></p>
<h2>Hoặc dùng khóa</h2>
`
}

function faultLine(wrong: string): Html {
  return html`<p id="sai" class="fault" role="alert">${wrong}</p>`
}
