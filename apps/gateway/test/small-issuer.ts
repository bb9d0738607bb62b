import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { TokenSettings } from '@cchc/hub/access/token-settings'
import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose'
import { afterAll } from 'vitest'
import { Codes } from './codes.ts'

export const AUDIENCE = 'cchc-hub'

/** A real issuer on loopback: its description, its public keys, and tokens that it signs. */
export async function smallIssuer() {
  const state = { asked: 0, status: 200, kid: 0, otherIssuer: false, described: {} }
  let pair = await generateKeyPair('ES256')
  const codes = new Codes()
  const server = createServer(async (request, response) => {
    const { url: path = '' } = request
    if (path.startsWith('/authorize')) return codes.authorise(new URL(path, url), response)
    if (path === '/token') return codes.exchange(request, response, { issuer: url, sign })
    if (path === '/keys') state.asked += 1
    const jwk = { ...(await exportJWK(pair.publicKey)), kid: `${state.kid}`, alg: 'ES256' }
    const description = {
      issuer: state.otherIssuer ? 'https://other' : url,
      jwks_uri: `${url}/keys`,
      authorization_endpoint: `${url}/authorize`,
      token_endpoint: `${url}/token`,
      end_session_endpoint: `${url}/logout`,
      id_token_signing_alg_values_supported: ['ES256'],
      ...state.described,
    }
    response.statusCode = state.status
    response.end(JSON.stringify(path === '/keys' ? { keys: [jwk] } : description))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  /** A good token unless claims say otherwise; they can take one away by undefined. */
  const sign = (claims: Readonly<Record<string, unknown>> = {}, { kid = `${state.kid}` } = {}) => {
    const now = Math.floor(Date.now() / 1000)
    const good = {
      iss: url,
      aud: AUDIENCE,
      sub: 'u-1',
      exp: now + 300,
      preferred_username: 'an.nv',
    }
    return new SignJWT({ ...good, ...claims })
      .setProtectedHeader({ alg: 'ES256', kid })
      .sign(pair.privateKey)
  }
  return {
    ...{ url, state, sign, codes },
    /** The public key as text, which a forger could take for a shared secret. */
    publicText: () => exportSPKI(pair.publicKey),
    /** Another key takes the place of the one before. */
    rotate: async () => {
      pair = await generateKeyPair('ES256')
      state.kid += 1
    },
    settings: (more: object = {}) =>
      TokenSettings.parse({ issuer: url, audience: AUDIENCE, ...more }),
  }
}
