// What somebody says that they do not want, which is not what they ask.

const WANT = '(?:(?:want|wanna|need|wish|like|intend|plan|going|have|care|be)\\b )?'
const IT = '(?:to |for |an? |any |the |our |my |it |this |that |another |further |more )*'
const EXTEND = '(?:extend(?:ing)?|extensions?|prolong(?:ing|ation)?)\\b'
const WHAT = '(?: (?:it|the|our|my|this|that|of|trial|evaluation|poc|pilot|anymore|any more|any longer|again))*'
const clauses = [
  `(?:(?:we|i|they|and|but|so) )*(?:really )?(?:don'?t|do not|won'?t|will not|wouldn'?t|would not|are not|am not|aren'?t|'m not|'re not|no longer|never) ${WANT}${IT}${EXTEND}${WHAT}`,
  `\\bno (?:need (?:for |of |to )${IT})?${EXTEND}(?: (?:is |are )?(?:needed|wanted|required|necessary|please|thanks))?${WHAT}`,
  `\\b(?:not|instead of|rather than|than) ${IT}${EXTEND}${WHAT}`,
].map(clause => new RegExp(`[,;.-]? ?${clause}`, 'giu'))
/** Whether it can be done after all, or what comes of it, is asked all the same. */
const ASKED = /\b(?:if|whether|why|can'?t|cannot|can not|what if|unless|when|should|must|do|does) (?:\S{1,8} ){0,2}$/iu

/** A message without the words that refuse an extension ("no extension needed, where do we buy?"); undefined where none do. */
export function withoutUnwanted(text: string): string | undefined {
  const left = clauses.reduce(
    (said, clause) => said.replace(clause, (found, at: number) => (ASKED.test(said.slice(Math.max(0, at - 30), at + 1)) ? found : ', ')),
    text,
  )
  return left === text ? undefined : left.replace(/^[\s,]+/u, '')
}
