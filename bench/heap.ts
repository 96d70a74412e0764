import { once } from 'node:events'
import { readFileSync } from 'node:fs'

/** What starts a bot so that its heap can be looked at. */
export const INSPECTED = { NODE_OPTIONS: '--inspect=127.0.0.1:0' }

/** What the bot that wrote this log keeps in the heap of its main thread, in MB: after a collection of everything else. */
export async function keptBy(log: string): Promise<number> {
  const [, address] = [...readFileSync(log, 'utf8').matchAll(/^Debugger listening on (ws:\S+)$/gm)].at(-1) ?? []
  if (!address) throw new Error(`${log} names no address of an inspector`)
  const inspector = new WebSocket(address)
  await once(inspector, 'open')
  const ask = async (method: string) => {
    inspector.send(JSON.stringify({ id: 1, method }))
    const [{ data }] = (await once(inspector, 'message')) as [{ data: string }]
    return JSON.parse(data) as { result: { usedSize: number } }
  }
  await ask('HeapProfiler.collectGarbage')
  const { result } = await ask('Runtime.getHeapUsage')
  inspector.close()
  return result.usedSize / 2 ** 20
}
