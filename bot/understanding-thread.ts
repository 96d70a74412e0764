import { parentPort } from 'node:worker_threads'
import { readMessage } from '../dialogs/understanding/understand.ts'
import type { Asked } from './understanding.ts'

// An error ends the thread: `bot/understanding.ts` starts another one.
parentPort?.on('message', (asked: readonly Asked[]) => {
  for (const { text, at } of asked) parentPort?.postMessage(readMessage(text, at))
})
parentPort?.postMessage('loaded')
