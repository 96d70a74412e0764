import type { Intent } from '../../cards/intents.ts'

const control: readonly (readonly [Intent, RegExp])[] = [
  [
    'help',
    /^(help( me)?( please| pls)?|menu|commands?|options|what can (you|i) (do|ask)( here)?|how (does|do) (this|you|it) work|info|about|\/?help|instructions)$/,
  ],
  [
    'greeting',
    /^((hi+|hey+|hello+|hiya|howdy|hallo|yo|moin|good (morning|afternoon|evening|day)|gm|morning|greetings|bonjour|hola|ciao)( (there|bot|all|team|everyone|license desk|again))*)$/,
  ],
  [
    'thanks',
    /^((thanks?|thank you|thx|ty|tx|tks|cheers|merci|danke|gracias|obrigad[oa]|grazie|ta|much appreciated|appreciate it|many thanks)( (you|a lot|so much|very much|again|all|bot|mate|much|everyone|for (the|your) help|that helps?|license desk))*)$/,
  ],
  [
    'cancel',
    /^(cancel( (that|it|this))?|stop|abort|quit|exit|never ?mind|nvm|nevermind( that)?|forget (it|that|about it)|drop (it|that)|start over|start again|restart|reset|scrap that|leave it|undo|begin again)( please| pls)?$/,
  ],
]

/** The intent of a message that is nothing but a control word, in any case. */
export function controlIntent(text: string): Intent | undefined {
  if (text.length > 60) return undefined
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}/ ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return control.find(([, pattern]) => pattern.test(words))?.[0]
}
