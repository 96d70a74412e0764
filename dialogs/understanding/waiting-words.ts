// What is said while an answer is looked up: "let me check...", "found it: ...".

const looking = '(?:check|see|look|think|find|open|ask|verify|dig|search|fetch|get|pull|have a look|take a look)'
const moment = '(?:sec|secs|second|seconds|moment|minute|minutes|min|mins|bit)'
const waiting = [
  `(?:let me|lemme|let us|let's|i'll|i will|i have to|i need to)(?: just| quickly)? ${looking}\\b(?:(?!\\b(?:if|whether|when|how|what|which|know)\\b)[^,.:;!?…\\n\\d]){0,40}`,
  `(?:(?:please )?(?:give|allow|grant) (?:me|us)|wait|hold on|hang on) (?:just )?(?:an?|one|a few|two) ${moment}(?: please)?`,
  `(?:just an?|just one|one) ${moment}(?: please)?`,
  '(?:please )?(?:hold on|hang on|bear with (?:me|us))',
  "(?:(?:i|we)(?:'ve| have)? )?(?:(?:just|now|finally) )?(?:found (?:it|the (?:date|day))|checked(?: it)?|looked (?:it )?up)(?: now)?",
].join('|')
const preface = '(?:(?:ok|okay|h+m+|um+|uh|ah|oh|well|yes|sure|right|good question|so|and|just|wait|sorry|please)\\W+){0,4}'
const waits = new RegExp(`(?:^\\W*|(?<=[.;!?…]\\s))${preface}(?:${waiting})\\s*(?:[,.:;!?…–—-]+\\s*|$)`.replaceAll("'", "['’]"), 'iu')

/** "Let me check...", said while the answer is looked up: what follows, "" where nothing does; undefined where no such thing is said. */
export function withoutWaiting(text: string): string | undefined {
  // Behind a date that was said first, what is found corrects it.
  const rest = text.replace(waits, (_, at: number) => (at > 0 && /\d/.test(text.slice(0, at)) ? 'no wait, ' : ''))
  return rest === text ? undefined : rest
}
