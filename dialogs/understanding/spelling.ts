// Words on which a date or an answer hangs, as hurried fingers write them: one letter missing, too many, wrong or swapped.

const targets =
  'january february march april august september october november december monday tuesday wednesday thursday friday saturday sunday yesterday tomorrow bought purchased extend extended extension refund return license trial'.split(
    ' ',
  )
/** Words of their own that look like one of those. */
const others = new Set(
  'match marsh larch parch arch sundry brought fought sought nought ought bough purchase purchases purchaser extent extends extender extensions refunds defund trail trials trill triad tribal tidal licence licensed licensee'.split(
    ' ',
  ),
)
const known = new Set(targets)
const byLetter = Map.groupBy(targets, ([letter]) => letter)

/** The word that was meant by a misspelt one (in small letters); any other word as it is. */
export function spelt(word: string): string {
  if (word === 'teh' || word === 'hte') return 'the'
  const { length } = word
  if (length < 4 || length > 10 || known.has(word) || others.has(word)) return word
  const near = byLetter.get(word[0])?.filter(target => Math.abs(target.length - length) <= 1 && isNear(word, target)) ?? []
  const [only] = near
  return only && near.length === 1 && !known.has(word.replace(/'?s$/, '')) ? only : word
}

/** Whether one letter missing, too many or wrong, or two letters swapped, make the one of the other, with the same first letter. */
function isNear(word: string, target: string): boolean {
  let start = 0
  while (word[start] === target[start]) start += 1
  const [rest, wanted] = [word.slice(start + 1), target.slice(start + 1)]
  return (
    rest === wanted ||
    rest === target.slice(start) ||
    wanted === word.slice(start) ||
    (word[start] === target[start + 1] && word[start + 1] === target[start] && rest.slice(1) === wanted.slice(1))
  )
}
