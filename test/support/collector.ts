import { EventEmitter, once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

type Values = Readonly<Record<string, unknown>>

/** A span as it was sent; ids in hexadecimal, `parent` "" where there is none. */
export interface SentSpan {
  readonly name: string
  readonly trace: string
  readonly id: string
  readonly parent: string
  readonly failed: boolean
  readonly attributes: Values
}

/** A value of a metric as it was last sent: a count, a gauge, or how many there were in a histogram. */
export interface SentPoint {
  readonly name: string
  readonly value: number
  readonly attributes: Values
}

/** What arrived, as bytes, for whatever must not be in it. */
export interface Export {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

export interface RunningCollector {
  readonly endpoint: string
  readonly exports: readonly Export[]
  /** The export with this number (from 1), as soon as it is there. */
  arrived(number: number): Promise<Export>
  spans(): readonly SentSpan[]
  points(): readonly SentPoint[]
  stop(): Promise<void>
}

/** A collector for OTLP over HTTP that answers with a status, or never. */
export async function startCollector(answer: number | 'silence' = 200): Promise<RunningCollector> {
  const exports: Export[] = []
  const news = new EventEmitter()
  const server = createServer(async (request, response) => {
    exports.push({ path: request.url ?? '', headers: request.headers, body: await buffer(request) })
    news.emit('exported')
    if (answer === 'silence') return
    response.writeHead(answer, { 'content-type': 'application/x-protobuf' })
    response.end(answer === 200 ? '' : 'a-secret')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const of = (signal: string) => exports.filter(({ path }) => path === `/base/v1/${signal}`).map(({ body }) => body)
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/base`,
    exports,
    async arrived(number) {
      while (exports.length < number) await once(news, 'exported')
      return exports[number - 1]!
    },
    spans: () => of('traces').flatMap(spansIn),
    points: () => pointsIn(of('metrics').at(-1) ?? Buffer.of()),
    async stop() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

/** A field of a Protocol Buffers message: its number, and its bytes or number. */
type Field = readonly [number: number, value: Buffer | bigint]

/** The fields of a message, by the wire format of Protocol Buffers. */
function fieldsOf(message: Buffer): Field[] {
  const fields: Field[] = []
  let at = 0
  const varint = () => {
    let value = 0n
    for (let shift = 0n; ; shift += 7n) {
      const byte = message[at++]!
      value |= BigInt(byte & 0x7f) << shift
      if (byte < 0x80) return value
    }
  }
  const bytes = (length: number) => {
    at += length
    return message.subarray(at - length, at)
  }
  while (at < message.length) {
    const tag = Number(varint())
    const kind = tag & 7
    fields.push([tag >> 3, kind === 0 ? varint() : bytes(kind === 1 ? 8 : kind === 5 ? 4 : Number(varint()))])
  }
  return fields
}

const all = (message: Buffer, number: number) => fieldsOf(message).flatMap(([own, value]) => (own === number ? [value as Buffer] : []))
/** The messages below a message, down a path of field numbers. */
const down = (message: Buffer, ...path: readonly number[]): Buffer[] =>
  path.reduce<Buffer[]>((messages, number) => messages.flatMap(each => all(each, number)), [message])
const text = (message: Buffer, number: number) => all(message, number)[0]?.toString('utf8') ?? ''
const hex = (message: Buffer, number: number) => all(message, number)[0]?.toString('hex') ?? ''

// opentelemetry/proto/common/v1: KeyValue { 1 key, 2 value }, AnyValue { 1 string, 2 bool, 3 int, 4 double, 5 array }
function meantBy(value: Buffer): unknown {
  const [kind, content] = fieldsOf(value)[0] ?? [0, 0n]
  if (kind === 1) return content.toString()
  if (kind === 2) return content === 1n
  if (kind === 3) return Number(content)
  if (kind === 4) return (content as Buffer).readDoubleLE()
  return down(content as Buffer, 1).map(meantBy)
}

const attributesOf = (message: Buffer, number: number): Values =>
  Object.fromEntries(all(message, number).map(pair => [text(pair, 1), meantBy(all(pair, 2)[0]!)]))

// trace/v1: ResourceSpans 1 { ScopeSpans 2 { Span 2 { 1 trace, 2 id, 4 parent, 5 name, 9 attributes, 15 status { 3 code } } } }
function spansIn(body: Buffer): SentSpan[] {
  return down(body, 1, 2, 2).map(span => ({
    name: text(span, 5),
    trace: hex(span, 1),
    id: hex(span, 2),
    parent: hex(span, 4),
    failed: all(span, 15).some(status => fieldsOf(status).some(([number, code]) => number === 3 && code === 2n)),
    attributes: attributesOf(span, 9),
  }))
}

// metrics/v1: ResourceMetrics 1 { ScopeMetrics 2 { Metric 2 { 1 name, 5 gauge, 7 sum, 9 histogram { 1 points } } } }
function pointsIn(body: Buffer): SentPoint[] {
  return down(body, 1, 2, 2).flatMap(metric => {
    const name = text(metric, 1)
    const numbers = [...down(metric, 5, 1), ...down(metric, 7, 1)].map(point => ({
      name,
      value: numberOf(point),
      attributes: attributesOf(point, 7),
    }))
    const counts = down(metric, 9, 1).map(point => ({
      name,
      value: Number(all(point, 4)[0]!.readBigUInt64LE()),
      attributes: attributesOf(point, 9),
    }))
    return [...numbers, ...counts]
  })
}

// NumberDataPoint { 4 double, 6 integer }
const numberOf = (point: Buffer) => all(point, 4)[0]?.readDoubleLE() ?? Number(all(point, 6)[0]?.readBigInt64LE())
