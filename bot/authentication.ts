import { ConfigurationBotFrameworkAuthentication, ConfigurationServiceClientCredentialFactory } from 'botbuilder'
import type { Credentials } from './credentials.ts'

const PUBLIC_LOGIN = 'https://login.microsoftonline.com/botframework.com'
const PUBLIC_AUDIENCE = 'https://api.botframework.com'

export interface Authentication {
  /** Checks what comes in. */
  readonly incoming: ConfigurationBotFrameworkAuthentication
  /** The bearer token of what goes out; the SDK's credentials keep and renew it. None without credentials. */
  readonly token?: () => Promise<string>
}

/** The SDK's authentication for these credentials; without any it believes everybody and signs nothing. */
export function authenticationOf(credentials: Credentials | undefined): Authentication {
  if (!credentials) return { incoming: new ConfigurationBotFrameworkAuthentication({}) }
  const { appId, cloud } = credentials
  const options = optionsOf(credentials)
  const factory = new ConfigurationServiceClientCredentialFactory(options)
  const { ToChannelFromBotOAuthScope: audience = PUBLIC_AUDIENCE, ToChannelFromBotLoginUrl: login = PUBLIC_LOGIN } = cloud ?? {}
  let outgoing: Promise<unknown> | undefined
  return {
    incoming: new ConfigurationBotFrameworkAuthentication({ ...options, ...cloud }, factory),
    async token() {
      outgoing ??= factory.createCredentials(appId, audience, login, true)
      const credentials = await outgoing
      if (!isTokenSource(credentials)) throw new Error('the credentials have no token')
      return credentials.getToken()
    },
  }
}

/** The settings by the SDK's names. */
function optionsOf({ appId, tenantId, proof }: Credentials): Record<string, string> {
  const common = { MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId }
  switch (proof.kind) {
    case 'managed-identity':
      return { ...common, MicrosoftAppType: 'UserAssignedMSI' }
    case 'password':
      return { ...common, MicrosoftAppType: 'SingleTenant', MicrosoftAppPassword: proof.password }
    case 'certificate':
      return { ...common, MicrosoftAppType: 'SingleTenant', CertificateThumbprint: proof.thumbprint, CertificatePrivateKey: proof.key }
  }
}

function isTokenSource(credentials: unknown): credentials is { getToken(): Promise<string> } {
  return typeof credentials === 'object' && credentials !== null && 'getToken' in credentials
}
