import { AsyncLocalStorage } from 'node:async_hooks'
import {
  type Context,
  ROOT_CONTEXT,
  type Attributes as SentAttributes,
  type Span,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  trace,
} from '@opentelemetry/api'
import { type ExportResult, ExportResultCode, parseTraceParent } from '@opentelemetry/core'
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-proto'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics'
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import package_ from '../package.json' with { type: 'json' }
import type { Log } from './log.ts'
import { type Attributes, type Counter, counters, type Gauge, gauges, type Say, type Telemetry } from './telemetry.ts'
import type { Collector } from './telemetry-settings.ts'

const NAME = 'license-desk'
/** How long the collector may take for a batch. What it doesn't take is dropped, never waited for. */
const LIMIT_MS = 5000
/** Where the histogram of turns has its steps, in milliseconds. */
const STEPS_MS = [2, 5, 10, 20, 50, 100, 200, 500, 1000, 2500, 5000, 10_000]

/** Where work runs: the trace, and whether a span of it is ours. */
interface Running {
  readonly context: Context
  readonly own: boolean
}

/** Sends traces and metrics to a collector by OTLP over HTTP. */
export function startTelemetry({ endpoint, headers, service }: Collector, log: Log): Telemetry {
  const resource = resourceFromAttributes({ 'service.name': service, 'service.version': package_.version })
  const to = (signal: string) => ({ url: `${endpoint}/v1/${signal}`, headers: { ...headers }, timeoutMillis: LIMIT_MS })
  const exporter = reporting(new OTLPTraceExporter(to('traces')), 'traces', log)
  const tracers = new TracerProvider({ resource, spanProcessors: [new BatchSpanProcessor({ exporter, exportTimeoutMillis: LIMIT_MS })] })
  const reader = new PeriodicExportingMetricReader({ exporter: reporting(new OTLPMetricExporter(to('metrics')), 'metrics', log) })
  const meters = new MeterProvider({ resource, readers: [reader] })
  return {
    ...tracing(tracers),
    ...measuring(meters),
    async stop() {
      await Promise.allSettled([tracers.shutdown(), meters.shutdown()])
    },
  }
}

function tracing(provider: TracerProvider): Pick<Telemetry, 'root' | 'span' | 'continued' | 'traceId'> {
  const tracer = provider.getTracer(NAME, package_.version)
  const running = new AsyncLocalStorage<Running>()
  const run = <Result>(name: string, kind: SpanKind, parent: Context, work: (say: Say) => Promise<Result>) => {
    const span = tracer.startSpan(name, { kind }, parent)
    return running.run({ context: trace.setSpan(parent, span), own: true }, () => ended(span, work))
  }
  return {
    root(name, work) {
      const { context } = running.getStore() ?? { context: undefined }
      return run(name, context ? SpanKind.SERVER : SpanKind.INTERNAL, context ?? ROOT_CONTEXT, work)
    },
    span(name, work, away = false) {
      const { context, own } = running.getStore() ?? { context: ROOT_CONTEXT, own: false }
      return own ? run(name, away ? SpanKind.CLIENT : SpanKind.INTERNAL, context, work) : work(() => {})
    },
    continued(traceparent, work) {
      const parent = parseTraceParent(traceparent)
      return parent ? running.run({ context: trace.setSpanContext(ROOT_CONTEXT, { ...parent, isRemote: true }), own: false }, work) : work()
    },
    traceId() {
      const { context, own } = running.getStore() ?? { context: ROOT_CONTEXT, own: false }
      const span = own ? trace.getSpanContext(context) : undefined
      return span && span.traceFlags & TraceFlags.SAMPLED ? span.traceId : undefined
    },
  }
}

/** Runs work within a span. Of an error only its kind is told: its message may quote what a person wrote. */
async function ended<Result>(span: Span, work: (say: Say) => Promise<Result>): Promise<Result> {
  try {
    return await work(attributes => void span.setAttributes(defined(attributes)))
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR }).setAttribute('error.type', error instanceof Error ? error.name : typeof error)
    throw error
  } finally {
    span.end()
  }
}

function measuring(provider: MeterProvider): Pick<Telemetry, 'count' | 'took' | 'watch'> {
  const meter = provider.getMeter(NAME, package_.version)
  const named = (name: string) => `${NAME.replace('-', '_')}.${name}`
  const made = (Object.keys(counters) as Counter[]).map(name => [name, meter.createCounter(named(name), { description: counters[name] })])
  const counts = Object.fromEntries(made) as Record<Counter, ReturnType<typeof meter.createCounter>>
  const turns = meter.createHistogram(named('turn.duration'), {
    description: 'How long turns took',
    unit: 'ms',
    advice: { explicitBucketBoundaries: STEPS_MS },
  })
  return {
    count: (counter, attributes = {}) => counts[counter].add(1, defined(attributes)),
    took: (ms, attributes) => turns.record(ms, defined(attributes)),
    watch(gauge: Gauge, read) {
      meter.createObservableGauge(named(gauge), gauges[gauge]).addCallback(async seen => {
        const value = await Promise.resolve(read()).catch(() => undefined)
        if (value !== undefined) seen.observe(value)
      })
    },
  }
}

const defined = (attributes: Attributes): SentAttributes =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined)) as SentAttributes

/** Notes when a collector begins to take nothing, and when it does again. Its answers may hold anything, so only a code is noted. */
function reporting<Item, Exporter extends { export(items: Item, done: (result: ExportResult) => void): void }>(
  exporter: Exporter & { export(items: Item, done: (result: ExportResult) => void): void },
  signal: string,
  log: Log,
): Exporter {
  const send = exporter.export.bind(exporter)
  let failing = false
  exporter.export = (items: Item, done: (result: ExportResult) => void) =>
    send(items, result => {
      const fails = result.code !== ExportResultCode.SUCCESS
      const { code } = (result.error ?? {}) as { code?: unknown }
      const isCode = typeof code === 'number' || (typeof code === 'string' && /^\w{1,40}$/.test(code))
      const codes: Readonly<Record<string, string | number>> = isCode ? { signal, code } : { signal }
      if (fails && !failing) log.note('the collector takes nothing', codes)
      if (!fails && failing) log.note('the collector takes what is sent again', codes)
      failing = fails
      done(result)
    })
  return exporter
}
