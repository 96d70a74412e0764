import type { Settings } from './settings.ts'

/** The model that may be asked what a message is about: at OpenAI or a server that speaks its protocol, or at Azure. */
export type Llm =
  | { readonly kind: 'openai'; readonly baseUrl: string; readonly apiKey: string; readonly model: string }
  | {
      readonly kind: 'azure'
      readonly endpoint: string
      readonly apiKey: string
      readonly deployment: string
      readonly apiVersion: string
    }

const OPENAI = 'https://api.openai.com/v1'

const needed = {
  openai: { OPENAI_API_KEY: "the server's key", OPENAI_MODEL: "the model's name" },
  azure: {
    AZURE_OPENAI_ENDPOINT: "the resource's address",
    AZURE_OPENAI_API_KEY: "the resource's key",
    AZURE_OPENAI_DEPLOYMENT: "the deployment's name",
    OPENAI_API_VERSION: "the API's version, such as 2024-10-21",
  },
} as const

/**
 * The model that the settings switch on, undefined where they don't, or a sentence for each variable that is not set.
 * @param wrong the names of variables whose values were refused already
 */
export function readLlm(settings: Settings, wrong: readonly string[]): Llm | undefined | { readonly faults: readonly string[] } {
  const { LLM } = settings
  if (LLM === 'off') return undefined
  const faults = Object.entries(needed[LLM])
    .filter(([name]) => !settings[name as keyof Settings] && !wrong.includes(name))
    .map(([name, what]) => `${name} is not set, and LLM is ${LLM}; give ${what}, or LLM=off.`)
  const { OPENAI_API_KEY, OPENAI_BASE_URL: baseUrl = OPENAI, OPENAI_MODEL: model } = settings
  if (LLM === 'openai' && OPENAI_API_KEY && model) return { kind: 'openai', baseUrl, apiKey: OPENAI_API_KEY, model }
  const { AZURE_OPENAI_ENDPOINT: endpoint, AZURE_OPENAI_API_KEY, AZURE_OPENAI_DEPLOYMENT: deployment, OPENAI_API_VERSION } = settings
  if (LLM === 'azure' && endpoint && AZURE_OPENAI_API_KEY && deployment && OPENAI_API_VERSION)
    return { kind: 'azure', endpoint, apiKey: AZURE_OPENAI_API_KEY, deployment, apiVersion: OPENAI_API_VERSION }
  return { faults }
}
