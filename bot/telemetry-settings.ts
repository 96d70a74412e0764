import type { Settings } from './settings.ts'

/** Who receives traces and metrics. The headers are secrets. */
export interface Collector {
  /** The address before `/v1/traces` and `/v1/metrics`, without a slash at its end. */
  readonly endpoint: string
  readonly headers: Readonly<Record<string, string>>
  readonly service: string
}

const PROTOCOL = 'http/protobuf'
const token = /^[\w!#$%&'*+.^`|~-]+$/
/** What a header's value may hold: no control character, so that no header can be slipped in. */
const printable = /^[\t\x20-\x7e\x80-\xff]*$/

/** The collector that the settings name, undefined where they don't, or a sentence for each fault; never with a value, which may hold a secret. */
export function readCollector(settings: Settings): Collector | undefined | { readonly faults: readonly string[] } {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_HEADERS: list, OTEL_EXPORTER_OTLP_PROTOCOL: protocol } = settings
  if (!endpoint)
    return list
      ? {
          faults: [
            "OTEL_EXPORTER_OTLP_ENDPOINT is not set, so OTEL_EXPORTER_OTLP_HEADERS can't be used; give the collector's address, or unset the headers.",
          ],
        }
      : undefined
  const headers = headersIn(list ?? '')
  const faults = [
    ...(isAddress(endpoint)
      ? []
      : [
          "OTEL_EXPORTER_OTLP_ENDPOINT can't be used; give an address such as http://collector:4318, without a user, a password or a query (secrets go into OTEL_EXPORTER_OTLP_HEADERS).",
        ]),
    ...(headers
      ? []
      : ["OTEL_EXPORTER_OTLP_HEADERS can't be used; give name=value pairs separated by commas, with values percent-encoded."]),
    ...(protocol && protocol !== PROTOCOL
      ? [`OTEL_EXPORTER_OTLP_PROTOCOL: ${JSON.stringify(protocol)} can't be used; give ${PROTOCOL} (the port is mostly 4318), or unset it.`]
      : []),
  ]
  if (faults.length > 0 || !headers) return { faults }
  return { endpoint: endpoint.replace(/\/+$/, ''), headers, service: settings.OTEL_SERVICE_NAME }
}

function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, password, search, hash } = new URL(text)
  return /^https?:$/.test(protocol) && `${username}${password}${search}${hash}` === ''
}

/** The pairs of a list, undefined where it is none. */
function headersIn(list: string): Readonly<Record<string, string>> | undefined {
  const pairs = list
    .split(',')
    .filter(pair => pair.trim() !== '')
    .map(pair => [pair.slice(0, Math.max(0, pair.indexOf('='))).trim(), decoded(pair.slice(pair.indexOf('=') + 1).trim())] as const)
  const isSound = pairs.every(([name, value]) => token.test(name) && value !== undefined && printable.test(value))
  return isSound ? (Object.fromEntries(pairs) as Record<string, string>) : undefined
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
