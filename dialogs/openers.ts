/** What people say before they say something. "No", "sorry", "and" or "what about" are none of these: they tell how the rest is meant. */
const OPENERS =
  /^\W*(?:(?:(?:well|oh+|ah+|aha|hey|hi|hello|h+m+|u+[hm]+|ok(?:ay)?|alright|all right|(?:great|cool|good|fine|right)(?=\s*[,.!…–—-])|by the way|btw|please|pls)\b)[\s,.!:;…–—-]+){1,4}(?=\S)/i

/** A message without "well", "hey", "ok" or "please" in front, which change nothing about what is asked. */
export const withoutOpeners = (text: string): string => text.replace(OPENERS, '')

/** What stands in front of a question of a few words about what was just said, for patterns. */
export const LEAD = String.raw`^\W*(?:(?:and|so|ok|okay|but|hm+|then|well|sorry|please|no|wait|oh)\W+){0,3}`
