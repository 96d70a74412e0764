import { decodeProtectedHeader, errors, jwtVerify } from 'jose'
import type { Clock } from '../dialogs/ports.ts'
import type { Cloud, Credentials } from './credentials.ts'
import { Crowded, type Gate } from './gate.ts'
import type { Log } from './log.ts'
import { createSigningKeys } from './signing-keys.ts'

const publicCloud: Pick<Cloud, 'ToBotFromChannelTokenIssuer' | 'ToBotFromChannelOpenIdMetadataUrl'> = {
  ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
  ToBotFromChannelOpenIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
}
const ALGORITHMS = ['RS256', 'RS384', 'RS512']
const CLOCKS_DIFFER_SECONDS = 300

/**
 * Lets in what the channel signed for this bot, and nothing else. The SDK's own check also believes a token that never expires,
 * a key that no channel endorses, and the tokens of the emulator and of other bots.
 */
export function createGate({ appId, cloud }: Credentials, clock: Clock, log: Log): Gate {
  const { ToBotFromChannelTokenIssuer: issuer, ToBotFromChannelOpenIdMetadataUrl: metadata } = cloud ?? publicCloud
  const keys = createSigningKeys(metadata, clock, log)
  const options = {
    algorithms: ALGORITHMS,
    issuer,
    requiredClaims: ['exp'],
    clockTolerance: CLOCKS_DIFFER_SECONDS,
  }
  return async authorization => {
    const token = /^Bearer (\S+)$/i.exec(authorization)?.[1]
    if (!token) return 'no-token'
    try {
      const { kid } = decodeProtectedHeader(token)
      const signing = kid ? await keys(kid) : undefined
      if (!signing) return 'unknown-key'
      const { payload } = await jwtVerify(token, signing.key, { ...options, currentDate: clock.now() })
      const { aud, serviceurl } = payload
      if (typeof aud !== 'string' || aud.toLowerCase() !== appId.toLowerCase()) return 'another-audience'
      return ({ channelId, serviceUrl }) => {
        if (serviceurl !== serviceUrl) return 'another-service-url'
        return signing.endorsements.includes(channelId) ? undefined : 'not-endorsed'
      }
    } catch (error) {
      if (error instanceof Crowded) throw error
      return error instanceof errors.JOSEError ? error.code : 'not-a-token'
    }
  }
}
