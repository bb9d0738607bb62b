/** Why a person could not be signed in by the issuer, in the words of the page. */
export const FAILURES = {
  stale: {
    status: 400,
    told: 'Lượt đăng nhập này đã quá hạn hoặc không bắt đầu từ trang này. Hãy đăng nhập lại.',
  },
  denied: {
    status: 403,
    told: 'Hệ thống đăng nhập không cho vào: bạn đã từ chối, hoặc tài khoản chưa được phép.',
  },
  refused: {
    status: 502,
    told: 'Hệ thống đăng nhập không hoàn tất lượt đăng nhập này. Hãy thử lại; nếu vẫn vậy, báo người vận hành.',
  },
  down: {
    status: 503,
    told: 'Hiện không kết nối được hệ thống đăng nhập. Hãy thử lại sau ít phút, hoặc vào bằng khóa.',
  },
  token: {
    status: 502,
    told: 'Hệ thống đăng nhập đã xác nhận bạn, nhưng mã truy cập được cấp không dùng được ở đây. Hãy báo người vận hành.',
  },
  often: {
    status: 429,
    told: 'Có quá nhiều lượt đăng nhập từ địa chỉ này. Hãy thử lại sau vài phút.',
  },
} as const

/** A sign-in that came to nothing; `reason` is for the log, and holds nothing of a token or an answer. */
export class SignInFailure extends Error {
  readonly kind: keyof typeof FAILURES
  readonly reason: string

  constructor(kind: keyof typeof FAILURES, reason: string = kind) {
    super(kind)
    this.kind = kind
    this.reason = reason
  }
}
