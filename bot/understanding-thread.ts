import { parentPort } from 'node:worker_threads'
import { readMessage } from '../dialogs/understanding/understand.ts'
import type { Asked } from './understanding.ts'

// An error ends the thread: `bot/understanding.ts` starts another one.
parentPort?.on('message', ({ text, at }: Asked) => parentPort?.postMessage(readMessage(text, at)))
