import { OrganisationCode, say } from '@cchc/domain'
import { z } from 'zod'
import { isLoopback } from './loopback.ts'
import { SCOPES } from './scope.ts'

/** Whether an address can be trusted to be whose it says: https, or on this machine; without a name or password in it. */
export function isTrustedUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password } = new URL(text)
  const isOpen = protocol === 'http:' && isLoopback(hostname)
  return (protocol === 'https:' || isOpen) && username === '' && password === ''
}

const TrustedUrl = z
  .string()
  .max(500)
  .refine(isTrustedUrl, say('write https://HOST…; http:// is for this machine only').template)

/** Signatures by a key of which the issuer alone has the secret half (RFC 7518, RFC 8037). */
const ALGORITHMS = [
  ...(['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'] as const),
  ...(['ES256', 'ES384', 'ES512', 'EdDSA'] as const),
] as const

const ClaimName = z.string().min(1).max(200)
const ClaimValue = z.string().min(1).max(300)

const ScopesOfTokens = z
  .object({
    claim: ClaimName.describe('Such as scope, or a path such as realm_access.roles'),
    values: z
      .record(ClaimValue, z.array(z.enum(SCOPES)).min(1))
      .describe('What each value of the claim allows; others allow nothing'),
  })
  .describe('What tokens allow; nothing without it / Quyền theo mã truy cập')

const OrganisationsOfTokens = z
  .object({
    claim: ClaimName,
    values: z
      .record(ClaimValue, z.union([z.literal('all'), z.array(OrganisationCode).min(1)]))
      .optional()
      .describe('Codes by the values of the claim, or all; without it the claim holds codes'),
  })
  .describe('To which organisations tokens are bound; without it they allow nothing')

const SignInOnPage = z
  .object({
    clientId: z.string().min(1).max(300).describe('As the issuer knows the page'),
    clientSecret: z
      .string()
      .min(1)
      .max(500)
      .optional()
      .meta({ secret: true, description: 'Where the issuer asks for one' }),
    address: TrustedUrl.describe(
      'Under which the page is opened, such as https://cchc.tinh.gov.vn; the issuer sends back to /trang/dang-nhap/ve below it',
    ),
    scope: z.string().min(1).max(500).default('openid').describe('What is asked of the issuer'),
  })
  .describe(
    'Lets people sign in on the page by the issuer / Đăng nhập trên trang bằng hệ thống này',
  )
export type SignInOnPage = z.output<typeof SignInOnPage>

/** Whose tokens the gateway takes beside keys (OpenID Connect Core 1.0, RFC 9068). Who is named in none of it may nothing. */
export const TokenSettings = z.object({
  issuer: TrustedUrl.describe('As it stands in the tokens (iss)'),
  audience: z.string().min(1).max(300).describe('Whom the tokens must be made for (aud)'),
  jwksUri: TrustedUrl.optional().describe(
    "Where the issuer's public keys are; found by its /.well-known/openid-configuration unless named",
  ),
  algorithms: z.array(z.enum(ALGORITHMS)).min(1).default(['RS256', 'PS256', 'ES256', 'EdDSA']),
  clockSkewSeconds: z
    .int()
    .min(0)
    .max(600)
    .default(60)
    .describe('By how much the clocks of issuer and hub may differ'),
  by: ClaimName.default('preferred_username').describe('The claim that says who enters and closes'),
  scopes: ScopesOfTokens.optional(),
  organisations: OrganisationsOfTokens.optional(),
  signIn: SignInOnPage.optional(),
  public: z
    .object({ claim: ClaimName, values: z.array(ClaimValue).min(1) })
    .optional()
    .describe(
      'Tokens whose claim has one of these values are public: they are shown no small counts / Mã truy cập công khai: không hiện số đếm nhỏ',
    ),
})
export type TokenSettings = z.output<typeof TokenSettings>
