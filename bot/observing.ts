import { createLog, type Log } from './log.ts'
import { silent, type Telemetry } from './telemetry.ts'
import type { Collector } from './telemetry-settings.ts'
import { countedTurns } from './traced.ts'

/** What is written about the work of this process, and what is sent about it: a line of a turn names its trace. */
export async function startObserving(
  level: string,
  collector: Collector | undefined,
  output: { write(line: string): void },
): Promise<{ readonly log: Log; readonly telemetry: Telemetry }> {
  if (!collector) return { log: createLog(level, output), telemetry: silent }
  let telemetry = silent
  const log = createLog(level, output, () => telemetry.traceId())
  // The packages cost start time and memory: only who sends something loads them.
  const { startTelemetry } = await import('./otlp.ts')
  telemetry = startTelemetry(collector, log)
  return { log: countedTurns(log, telemetry), telemetry }
}
