import { z } from 'zod'
import { aspects, intents, type LearntAspect } from '../cards/intents.ts'
import { boundedFetch } from './bounded-fetch.ts'
import { prompt } from './llm-prompt.ts'
import type { Llm } from './llm-settings.ts'

const opinion = z.object({
  intent: z.enum(intents).nullable(),
  aspect: z.enum(Object.values(aspects).flat() as [LearntAspect, ...LearntAspect[]]).nullable(),
  dates: z.array(z.object({ fact: z.enum(['trialStart', 'trialEnd', 'licenseStart', 'licenseEnd']), words: z.string() })),
})

/** All that a model may say of a message: which of the known intents it is, and which of its words are which day. No value, no text. */
export type Opinion = z.infer<typeof opinion>

/** A model asked about one message, and nothing but that; else why there is no opinion, as a code for the log. */
export type Ask = (text: string, stop: AbortSignal) => Promise<Opinion | { readonly why: string }>

/** The package is loaded with the first question: who asks no model never loads it. */
export function connect(llm: Llm): Ask {
  let loaded: Promise<Ask> | undefined
  return async (text, stop) => {
    loaded ??= load(llm)
    const askNow = await loaded.catch(() => {
      // The next question tries again.
      loaded = undefined
    })
    return askNow ? askNow(text, stop) : { why: 'not-loaded' }
  }
}

async function load(llm: Llm): Promise<Ask> {
  const [{ OpenAI, AzureOpenAI, APIError }, { zodResponseFormat }] = await Promise.all([import('openai'), import('openai/helpers/zod')])
  // What is left out here, the package takes from variables of its own; its log would show messages.
  const options = {
    apiKey: llm.apiKey,
    adminAPIKey: null,
    organization: null,
    project: null,
    maxRetries: 0,
    logLevel: 'off',
    fetch: boundedFetch,
  } as const
  const client =
    llm.kind === 'azure'
      ? new AzureOpenAI({ ...options, baseURL: `${llm.endpoint.replace(/\/+$/, '')}/openai`, apiVersion: llm.apiVersion })
      : new OpenAI({ ...options, baseURL: llm.baseUrl })
  const model = llm.kind === 'azure' ? llm.deployment : llm.model
  const response_format = zodResponseFormat(opinion, 'opinion')

  return async (text, signal) => {
    const messages = [{ role: 'system', content: prompt } as const, { role: 'user', content: text } as const]
    try {
      const { choices } = await client.chat.completions.parse({ model, messages, response_format }, { signal })
      const { parsed, refusal } = choices[0]?.message ?? {}
      return parsed ?? { why: refusal ? 'refusal' : 'unusable' }
    } catch (error) {
      if (!(error instanceof APIError)) return { why: 'unusable' }
      return { why: error.status ? `status ${error.status}` : 'unreachable' }
    }
  }
}
