import { isIP } from 'node:net'
import type { Fault } from './fault.ts'

/** Hosts that are somebody else's, or that lead to a machine on a desk. */
const notOwn: readonly (readonly [RegExp, string])[] = [
  [
    /(^|\.)(ngrok\.(io|app|dev)|ngrok-free\.(app|dev)|devtunnels\.ms|trycloudflare\.com|loca\.lt|localtunnel\.me|localhost\.run|lhr\.life|serveo\.net|tunnelmole\.net|pagekite\.me|bore\.pub)$/,
    'is a tunnel',
  ],
  [
    /(^|\.)(microsoft\.com|onmicrosoft\.com|microsoftonline\.com|office\.com|live\.com|sharepoint\.com|botframework\.com|trafficmanager\.net)$/,
    "is Microsoft's",
  ],
  [
    /^(azurewebsites\.net|azurecontainerapps\.io|cloudapp\.azure\.com|github\.io|herokuapp\.com|vercel\.app|netlify\.app)$/,
    'is shared by many',
  ],
  [/(^|\.)(localhost|local|internal|test|invalid)$|^[^.]+$/, 'is known on one machine or network only'],
]
/** Needed for signing in by card, and nothing else of its domain. */
const EXCEPTED = 'token.botframework.com'

/** Why a host can't be one of the app's own, or undefined. */
function strange(host: string): string | undefined {
  if (isIP(host)) return 'is no name'
  return notOwn.find(([pattern]) => pattern.test(host.toLowerCase()))?.[1]
}

export function domainFaults(file: string, domains: readonly string[]): Fault[] {
  return domains.flatMap((domain, index) => {
    const at = { file, path: `validDomains[${index}]` }
    if (domain === EXCEPTED) return []
    if (!/^[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)*$/i.test(domain))
      return [
        {
          ...at,
          what: `${JSON.stringify(domain)} is no host alone; give one such as desk.contoso.com, without https://, port, path or *.`,
        },
      ]
    const what = strange(domain)
    if (what) return [{ ...at, what: `${JSON.stringify(domain)} ${what}; give a host of your own.` }]
    const first = domains.findIndex(each => each.toLowerCase() === domain.toLowerCase())
    return first < index ? [{ ...at, what: `${JSON.stringify(domain)} is there twice; give it once.` }] : []
  })
}

/** The developer's pages must be reachable by everybody, over https. */
export function pageFaults(file: string, developer: Readonly<Record<string, string>>): Fault[] {
  return Object.entries(developer).flatMap(([key, address]) => {
    if (!key.endsWith('Url')) return []
    const at = { file, path: `developer.${key}` }
    const url = URL.canParse(address) ? new URL(address) : undefined
    if (url?.protocol !== 'https:')
      return [{ ...at, what: `${JSON.stringify(address)} can't be used; give an address that begins with https://.` }]
    const what = strange(url.hostname)
    return what ? [{ ...at, what: `${JSON.stringify(url.hostname)} ${what}; give a page of your own.` }] : []
  })
}
