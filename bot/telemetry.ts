/** What is said of a span or measured with a number: codes and counts, never text, a name or the id of a person. */
export type Attributes = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>

/** What is counted. */
export const counters = {
  turns: 'Turns that were answered',
  'requests.refused': 'Requests that were refused, by code',
  replies: 'Attempts at a reply, by how they ended',
  attempts: 'Attempts at a reminder, by how they ended',
  notices: 'Reminders that came to a state',
  'connector.unauthorized': 'Sends for which Teams did not accept the credentials of the bot',
  llm: 'Messages that a language model was asked about, by what came of it',
  'store.unreachable': 'Probes that the storage did not answer in time',
  'answers.wrong': 'Answers that were called wrong, by rule, codes and date of the numbers',
} as const
export type Counter = keyof typeof counters

/** What is read whenever the metrics are sent. */
export const gauges = {
  'queue.length': { description: 'Turns that are running or waiting', unit: '{turn}' },
  'notices.overdue': { description: 'Age of the oldest reminder that is due and not sent', unit: 'ms' },
} as const
export type Gauge = keyof typeof gauges

/** Adds to the span that is running. */
export type Say = (attributes: Attributes) => void

/** Traces and metrics. Nothing of it ever fails or waits for whoever receives them. */
export interface Telemetry {
  /** Runs a turn or a delivery as a trace of its own, or as part of the one that the caller of this process told (`continued`). */
  root<Result>(name: string, work: (say: Say) => Promise<Result>): Promise<Result>
  /** Runs work as a part of the running trace; of none outside of one. `away` where it waits for another machine. */
  span<Result>(name: string, work: (say: Say) => Promise<Result>, away?: boolean): Promise<Result>
  /** Runs work that goes on with a trace of somebody else, by their `traceparent` header; by none where that is empty. */
  continued<Result>(traceparent: string, work: () => Result): Result
  count(counter: Counter, attributes?: Attributes): void
  /** How long a turn took, in milliseconds. */
  took(ms: number, attributes: Attributes): void
  watch(gauge: Gauge, read: () => number | Promise<number>): void
  /** The id of the running trace, where it is sent to somebody. */
  traceId(): string | undefined
  /** Sends what is left. */
  stop(): Promise<void>
}

const ignore: Say = () => {}

/** Nobody wants to know. */
export const silent: Telemetry = {
  root: (_, work) => work(ignore),
  span: (_, work) => work(ignore),
  continued: (_, work) => work(),
  count() {},
  took() {},
  watch() {},
  traceId: () => undefined,
  stop: async () => {},
}
