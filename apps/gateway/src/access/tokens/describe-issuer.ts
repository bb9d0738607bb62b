import { z } from 'zod'
import { AnswerFault, fetchJson } from './fetch-json.ts'

const Description = z
  .object({
    issuer: z.string(),
    jwks_uri: z.string(),
    authorization_endpoint: z.string().exactOptional(),
    token_endpoint: z.string().exactOptional(),
    end_session_endpoint: z.string().exactOptional(),
    authorization_response_iss_parameter_supported: z.boolean().exactOptional(),
  })
  .catchall(z.json())
export type IssuerDescription = z.output<typeof Description>

/** What an issuer says of itself (OpenID Connect Discovery 1.0, section 4). */
export async function describeIssuer(
  issuer: string,
  signal: AbortSignal,
): Promise<IssuerDescription> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const found = Description.parse(await fetchJson(url, signal))
  if (found.issuer !== issuer) throw new AnswerFault('another issuer')
  return found
}
