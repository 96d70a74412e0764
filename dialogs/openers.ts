/** What people say before they say something. "No", "sorry", "and" or "what about" are none of these: they tell how the rest is meant. */
const OPENERS =
  /^\W*(?:(?:(?:well|oh+|ah+|aha|hey|hi|hello|h+m+|u+[hm]+|ok(?:ay)?|alright|all right|(?:great|cool|good|fine|right)(?=\s*[,.!…–—-])|by the way|btw|please|pls)\b)[\s,.!:;…–—-]+){1,4}(?=\S)/i

/** A message without "well", "hey", "ok" or "please" in front, which change nothing about what is asked. */
export const withoutOpeners = (text: string): string => text.replace(OPENERS, '')

/** Before a number that is not known for sure, or at once: "dunno", "err", "not sure". */
const HESITATES =
  /^\W*(?:(?:err?m?|u+[hm]+|h+m+|eh+|ah+|dunno|idk|(?:i )?(?:don['’]?t|do not) know|no idea|not sure|tbh|honestly|afaik|iirc|i['’]?d say|i think|(?:i )?guess|yea?h|yep|like)\b[\s,.!:;…–—-]+(?:but )?){1,3}(?!(?:if|whether|when|how|what|which|why|who|where|about (?:the|that)|the)\b)(?=.*\d)/iu

/** "Dunno, about 400" as "about 400", where sites are talked of: such a word is no name of one. */
export const withoutHesitation = (text: string): string => text.replace(HESITATES, '')

/** What stands in front of a question of a few words about what was just said, for patterns. */
export const LEAD = String.raw`^\W*(?:(?:and|so|ok|okay|but|hm+|then|well|sorry|please|no|wait|oh)\W+){0,3}`
