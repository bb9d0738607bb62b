import { type Html, html, NOTHING } from './html.ts'
import { linkTo, PATHS } from './links.ts'
import type { Shown } from './view.ts'

/** How the form was come to: where to go from it, and what was wrong with the key that was given. */
interface Asked {
  readonly to: string
  readonly wrong?: string | undefined
}

/** The form that takes a key; it is kept in a cookie that no script sees. */
export function signIn({ to, wrong }: Asked): Shown {
  return {
    title: 'Đăng nhập',
    content: html`<h1>Đăng nhập</h1>
<p>Trang này cần khóa truy cập. Khóa do người vận hành hệ thống cấp (lệnh <code>cchc keys create</code>); mỗi khóa chỉ xem được đơn vị và số liệu của mình.</p>
${wrong === undefined ? NOTHING : faultLine(wrong)}
<form class="sign-in" method="post" action="${linkTo(PATHS.signIn)}"><input type="hidden" name="to" value="${to}">
<label>Khóa truy cập <input type="password" name="key" required maxlength="4000" autocomplete="current-password" autofocus${wrong === undefined ? NOTHING : html` aria-describedby="sai" aria-invalid="true"`}></label>
<button>Vào</button></form>`,
  }
}

function faultLine(wrong: string): Html {
  return html`<p id="sai" class="fault" role="alert">${wrong}</p>`
}
