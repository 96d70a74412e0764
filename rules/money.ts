/** An amount with up to two decimals as whole cents. */
export function toCents(amount: number): bigint {
  return BigInt(Math.round(amount * 100))
}

/** `cents x part / whole`, exact, rounded half up, as text with two decimals ("1234.50"). */
export function shareOf(cents: bigint, part: number, whole: number): string {
  const rounded = (cents * BigInt(part) * 2n + BigInt(whole)) / (BigInt(whole) * 2n)
  return `${rounded / 100n}.${String(rounded % 100n).padStart(2, '0')}`
}
