// Words that are common in one language and no words of the others or of English. Names and loan words are not among them.
const common: Readonly<Record<string, string>> = {
  de: 'ich wir ist nicht und oder aber auch noch wie wann wo warum kann können muss für mit ohne bei unser unsere ihre eine einen einem einer das dem den des der die wird wurde läuft ab bitte verlängern gekündigt lizenz kosten welche gibt haben sind bekommen nach zum zur geräte standort',
  fr: 'je nous vous est pas et ou mais avec sans pour dans sur notre votre une des les du au aux quel quelle comment quand pourquoi peut puis avons combien licence essai prolonger remboursement appareils sont cette encore merci être fait',
  es: 'yo nosotros usted es no y o pero con sin para por en nuestro nuestra su una los las del al que qué cuál cómo cuándo puedo podemos tenemos licencia prueba gracias cuánto cuántos dispositivos está son hay hasta hacer',
  it: 'io noi è non ma con senza per nel nella nostro nostra una gli delle della che quale come quando posso possiamo abbiamo licenza prova quanto quanti dispositivi sono questo ancora fare',
  pt: 'eu nós você não e ou mas com sem para por em nosso nossa uma os as do da dos das que qual como quando posso podemos temos licença teste quanto quantos dispositivos são está obrigado',
  nl: 'ik wij is niet en of maar ook met zonder voor bij onze een het de van hoe wanneer waarom kan kunnen moet wij hebben licentie proef verlengen hoeveel apparaten zijn deze nog',
  pl: 'ja my jest nie i lub ale z bez dla przy nasz nasza nasze jak kiedy dlaczego czy mogę możemy mamy licencja licencji ile urządzeń są ten jeszcze przedłużyć okres próbny do na w',
}
const languages = Object.entries(common).map(([language, words]) => [language, new Set(words.split(' '))] as const)
const english = new Set(
  'the a an is are was do does did can could will would we our us you your it i my me this that of to in on for with and or but if not have has had what when how where who which why after before until from at by be get still more than one please how many much long any as so no yes there they want need'.split(
    ' ',
  ),
)

/**
 * The language of a message that is plainly not English: a BCP 47 language, or undefined.
 * A few foreign words in an English sentence, or foreign names, don't count.
 */
export function foreignLanguage(words: readonly string[]): string | undefined {
  const plain = words.filter(word => /^\p{L}+$/u.test(word) && !word.startsWith('z'))
  if (plain.length < 3) return undefined
  const ours = plain.filter(word => english.has(word)).length
  const counts = languages.map(([language, set]) => [language, plain.filter(word => set.has(word) && !english.has(word)).length] as const)
  const [language, most] = counts.reduce((best, next) => (next[1] > best[1] ? next : best))
  return most >= 3 && most > 2 * ours && most / plain.length >= 0.3 ? language : undefined
}
