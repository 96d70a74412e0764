import { EventEmitter, once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { endlessly } from './endless.ts'

/** A question as it arrived. */
export interface Question {
  readonly path: string
  readonly headers: IncomingMessage['headers']
  // biome-ignore lint/suspicious/noExplicitAny: tests look into requests
  readonly body: any
}

/** What a question meets: an opinion, any text in its place, a refusal, an error, silence, a connection that breaks. */
export type Saying =
  | { readonly opinion: object }
  | { readonly text: string }
  | { readonly refusal: string }
  | { readonly status: number; readonly body?: string }
  | 'silence'
  | 'endless'
  | 'reset'

export interface LlmServer {
  /** The address to be given as the base URL or as the endpoint. */
  readonly address: string
  readonly questions: readonly Question[]
  /** Lays down what the next questions meet, in order; what comes after fails. */
  next(...sayings: Saying[]): void
  /** The question with this number (from 1), as soon as it is there. */
  arrived(number: number): Promise<Question>
  stop(): Promise<void>
}

/** A server that speaks the chat completions protocol. */
export async function startLlmServer(): Promise<LlmServer> {
  const questions: Question[] = []
  const sayings: Saying[] = []
  const news = new EventEmitter()
  const server = createServer(async (request, response) => {
    questions.push({ path: request.url ?? '', headers: request.headers, body: await json(request).catch(() => undefined) })
    news.emit('asked')
    meet(sayings.shift() ?? { status: 500 }, request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    questions,
    next: (...more) => void sayings.push(...more),
    async arrived(number) {
      while (questions.length < number) await once(news, 'asked')
      return questions[number - 1]!
    },
    async stop() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

function meet(saying: Saying, request: IncomingMessage, response: ServerResponse): void {
  if (saying === 'silence') return
  if (saying === 'endless') {
    endlessly(response)
    return
  }
  if (saying === 'reset') {
    request.socket.resetAndDestroy()
    return
  }
  const failed = 'status' in saying
  response.writeHead(failed ? saying.status : 200, { 'content-type': 'application/json' })
  response.end(failed ? (saying.body ?? JSON.stringify({ error: { message: 'no', code: 'no' } })) : JSON.stringify(completion(saying)))
}

function completion(saying: Exclude<Saying, string | { readonly status: number }>): object {
  const refusal = 'refusal' in saying ? saying.refusal : null
  const content = 'opinion' in saying ? JSON.stringify(saying.opinion) : 'text' in saying ? saying.text : null
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_773_133_200,
    model: 'a-model',
    choices: [{ index: 0, finish_reason: 'stop', logprobs: null, message: { role: 'assistant', content, refusal } }],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  }
}
