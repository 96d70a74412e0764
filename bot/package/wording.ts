import type { Fault } from './fault.ts'

/** The texts of a file by their paths, as `name.short`. */
export type Texts = Readonly<Record<string, string>>

interface Rule {
  readonly of: RegExp
  /** What is wrong with a text; undefined where it is fine. */
  readonly wrong: (text: string) => string | undefined
}

const MAX_WORDS = 500

const products =
  /\b(Microsoft|Teams|Office|Outlook|Azure|Windows|Defender|Copilot|Excel|Word|PowerPoint|OneNote|SharePoint|OneDrive|Entra|Dynamics|Power (?:BI|Apps|Automate)|Intune|Viva|Bing|Edge|Xbox|Skype|Surface|Sentinel|Purview|Planner|Loop|Fabric)\b/i

/** A text that has something of this is wrong. */
const without = (pattern: RegExp, what: string) => (text: string) => {
  const [found] = pattern.exec(text) ?? []
  return found === undefined ? undefined : `${JSON.stringify(found)} ${what}`
}

/** What the store's validation asks of texts, as far as a program can tell. */
const rules: readonly Rule[] = [
  { of: /./, wrong: text => (text.trim() === '' ? 'is empty; write it.' : undefined) },
  { of: /^name\./, wrong: without(products, 'is a name of Microsoft; leave it out of the name.') },
  { of: /^name\./, wrong: without(/[()[\]]/, 'has no place in a name; leave it out.') },
  {
    of: /^name\./,
    wrong: without(
      /\b(alpha|beta|dev|debug|demo|local|preview|staging|test|uat|poc)\b/i,
      'is for builds that are not published; leave it out.',
    ),
  },
  {
    of: /^name\./,
    wrong: without(/^(activity|calendar|calls?|chat|contacts?|files?|help|teams)\b/i, 'is a part of Teams; begin the name otherwise.'),
  },
  { of: /^description\./, wrong: without(/\b(MS|MSFT)\b/, 'stands for Microsoft; write that.') },
  { of: /^description\.(short|full)$/, wrong: firstMention },
  { of: /^description\.short$/, wrong: without(/\bapps?\b/i, 'is said by the place already; leave it out.') },
  { of: /^description\.full$/, wrong: tooManyWords },
  {
    of: /^description\.|emanticDescription$/,
    wrong: without(
      /\b(best|better than|leading|number one|world-class|most (?:advanced|popular|powerful)|unlike)\b|#1/i,
      'compares or praises; say what it does.',
    ),
  },
  {
    of: /^description\./,
    wrong: without(
      /\b(appsource\.microsoft\.com|apps\.apple\.com|play\.google\.com|teams\.microsoft\.com\/l\/app|marketplace\.microsoft\.com)/i,
      'leads to a store; leave it out.',
    ),
  },
  { of: /\.title$/, wrong: without(/^\//, 'begins no title; leave it out.') },
  { of: /\.title$/, wrong: without(/^start (a )?(call|chat|meeting)$/i, 'is what Teams calls a function of its own; use other words.') },
  {
    of: /emanticDescription$|samplePrompts|\.prompt$/,
    wrong: without(/https?:\/\/|\p{Extended_Pictographic}/u, 'has no place here; leave it out.'),
  },
]

/** @param texts as they are written, without the operator's values, which follow no rules but those of length */
export function wordingFaults(file: string, texts: Texts): Fault[] {
  return Object.entries(texts).flatMap(([path, text]) =>
    rules.flatMap(({ of, wrong }) => {
      const what = of.test(path) ? wrong(text) : undefined
      return what ? [{ file, path, what }] : []
    }),
  )
}

function firstMention(text: string): string | undefined {
  const at = text.search(/\bTeams\b/)
  return at < 0 || text.slice(0, at).endsWith('Microsoft ') ? undefined : 'names Teams; write "Microsoft Teams" where it does so first.'
}

function tooManyWords(text: string): string | undefined {
  const words = text.split(/\s+/).filter(word => word !== '').length
  return words > MAX_WORDS ? `has ${words} words; it may have ${MAX_WORDS} at most.` : undefined
}
