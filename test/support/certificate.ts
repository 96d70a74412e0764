import { generateKeyPairSync, sign } from 'node:crypto'
import http, { type RequestListener, type Server } from 'node:http'
import https from 'node:https'

export interface Certificate {
  /** Both in PEM. */
  readonly certificate: string
  readonly key: string
}

/** A self-signed certificate for 127.0.0.1 with an RSA key, or one of another kind: X.509 in the shortest form that DER allows. */
export function makeCertificate(kind: 'rsa' | 'ec' = 'rsa'): Certificate {
  const { privateKey, publicKey } =
    kind === 'rsa' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const algorithm = kind === 'rsa' ? sequence(object('2a864886f70d01010b'), der(0x05)) : sequence(object('2a8648ce3d040302'))
  const name = sequence(der(0x31, sequence(object('550403'), der(0x0c, Buffer.from('license-desk')))))
  const time = (text: string) => der(0x17, Buffer.from(text))
  const ownAddress = sequence(object('551d11'), der(0x04, sequence(der(0x87, Buffer.from([127, 0, 0, 1])))))
  const content = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    algorithm,
    name,
    sequence(time('200101000000Z'), time('491231235959Z')),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(ownAddress)),
  )
  const signature = der(0x03, Buffer.from([0]), sign('sha256', content, privateKey))
  const base64 = sequence(content, algorithm, signature).toString('base64').replace(/.{64}/g, '$&\n')
  return {
    certificate: `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`,
    key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  }
}

/** A value with its tag and length. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts)
const object = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))

/** What serves over HTTPS with a certificate; over HTTP without one. */
export function createServer(answer: RequestListener, tls?: Certificate): Server {
  return tls ? https.createServer({ cert: tls.certificate, key: tls.key }, answer) : http.createServer(answer)
}
