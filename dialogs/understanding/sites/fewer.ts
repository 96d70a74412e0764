// Fewer devices in percent, told from growth: the size of a site that shrinks is not that of one that grows.

const GROWTH = 'growth|grow\\w*|increas\\w*|more|extra|headroom|reserve|buffer|contingency|bigger|larger|up'
const FALLS =
  'minus|down|(?<!or )less|fewer|shr[iau]nk\\w*|drop(?:s|ped|ping)?|f[ae]ll(?:s|en|ing)?|declin\\w+|decreas\\w+|reduc\\w+|cut(?:s|ting)?|los(?:e|es|ing|t)|lower(?:s|ed|ing)?'
const GONE = 'scrapped|retir\\w+|decommission\\w*|removed|switched off|phased out|dismantled|sold|closed|closing'

/** What stands before the number, with a sign of its own: "-20%". */
const SIGN = /(?:^|[\s:(,=;])-$/u
/** A dash between may be no sign. */
const DASH = /(?:^|\s)- $/u
const BEFORE = new RegExp(`\\b(?:${FALLS})\\b(?: (?!(?:${GROWTH}|than|from)\\b)[\\p{L}~]+){0,5} ?~?$`, 'iu')
const BY = new RegExp(`\\b(?:${FALLS})\\b(?:(?!\\b(?:${GROWTH})\\b)[^.;?!\\n]){0,40} by (?:about )?$`, 'iu')
const BEHIND = new RegExp(
  `^ ?(?:fewer|less|smaller|lower|down\\b|shrinkage|reduction|decrease|decline|drop|cut\\b)|^(?: [\\p{L}']+){0,5} (?:${GONE})\\b`,
  'iu',
)
const GROWS_BEHIND = new RegExp(`^ ?(?:${GROWTH})\\b`, 'iu')
const GROWS_BEFORE = new RegExp(`\\b(?:${GROWTH})\\b[^\\d]{0,20}$`, 'iu')

/** In characters, as far as the words beside a number are looked at. */
const NEAR = 60

/** Whether a percentage is of devices that go: "-20%", "shrinks by 20 %", "20 % fewer", "20 % will be scrapped". */
export function isFewer(before: string, behind: string): boolean {
  const [lead, rest] = [before.slice(-NEAR), behind.slice(0, NEAR)]
  if (SIGN.test(lead)) return true
  if (GROWS_BEHIND.test(rest)) return false
  return BEFORE.test(lead) || BY.test(lead) || BEHIND.test(rest) || (DASH.test(lead) && !GROWS_BEFORE.test(lead))
}

/** Why it is not taken into account: growth alone is reckoned with. */
export const SHRINKS = 'fewer devices, no growth; give their number'
