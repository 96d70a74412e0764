import { placeholders } from './features.ts'

// Words that are common in one language and no words of English. Names, loan words and what stands in place names (de, la, del) are not among them.
const common: Readonly<Record<string, string>> = {
  de: `ich wir ist nicht und oder aber auch noch wie wann wo warum wer kann kannst können muss müssen darf dürfen für mit ohne bei unser unsere unseren unserem unserer ihre ihr
    eine einen einem einer das dem den des der die wird werden wurde läuft laufen ab bitte verlängern verlängert gekündigt kündigen kündigung lizenz lizenzen kosten kostet kaufen welche
    welchen welcher gibt haben hat habe sind bin bekommen nach vor zum zur vom beim seit bis geräte geräten gerät standort standorte standorten werk werke werken kunde kunden anlagen testversion testphase geht heißt wenn dass weil jetzt
    heute morgen gestern danach brauche brauchen braucht viele viel lange tage wochen ende endet automatische verlängerung erinnerung erinnere mich uns mir mein meine ja nein danke hallo`,
  fr: `je nous vous est pas et ou mais avec sans pour dans sur notre nos votre une les aux quel quelle quels quelles comment quand pourquoi qui peut puis peux pouvons avons avez ont licence
    essai gratuit prolonger remboursement appareils sont cette ce ces encore merci être fait faut il elle jours mois après avant jusqu combien renouveler bonjour taille usine acheter si ne passe
    comptent l'essai l'usine d'appareils qu'on l'achat d'acheter est-ce`,
  es: `yo nosotros usted es no y o pero con sin para por en nuestro nuestra su una los las que qué cuál cómo cuándo cuánto cuánta cuántas cuántos cuantas cuantos puedo podemos puede
    tenemos tengo tiene licencia licencias prueba gracias dispositivos equipos está están son hay hasta hacer quiero queremos necesito necesitamos antes después días dura vence termina renueve
    suscripción plan pagado cada otra planta plantas recuérdame avísame devolver compré comprar hola quisiera el la ya mi se te`,
  it: `io noi è non ma con senza nel nella nostro nostra una gli delle della che quale come quando posso possiamo abbiamo ho licenza prova quanto quanti dispositivi sono questo ancora fare
    il dopo prima giorni giorno scade contratto pagamento grazie ciao vorrei serve qualche fino`,
  pt: `eu nós você não e ou mas com sem para pra por em nosso nossa uma um os as dos das que qual quais quanto quantos quantas como quando posso podemos temos tenho licença licenças teste
    dispositivos equipamentos são está obrigado obrigada ano depois antes dias pode custa quero solo só fábrica fábricas bom dia preciso até vence`,
  nl: `ik wij we is niet en of maar ook met zonder voor bij onze ons een het van hoe wanneer waarom wie kan kunnen moet moeten hebben heeft licentie proef proefperiode verlengen hoeveel
    apparaten zijn deze dit nog dagen na wat krijgen wil willen graag`,
  pl: `ja my jest nie i lub ale z bez dla przy nasz nasza nasze nam mamy mam jak kiedy dlaczego czy kto mogę możemy można licencja licencji licencję ile urządzeń są ten to jeszcze przedłużyć
    okres próbny próbna do na w po za od dni na już płatnej wyłącz proszę dzień dobry`,
}
const languagesOf = Map.groupBy(
  Object.entries(common).flatMap(([language, words]) => [...new Set(words.split(/\s+/))].map(word => ({ word, language }))),
  ({ word }) => word,
)
const english = new Set(
  `the a an is are was do does did can could will would we i our us you your it my me this that of to in on for with and or but if not have has had what when how where who which why after before until
  from at by be get still more than one please how many much long any as so no yes there they want need per plan solo die war also hat i'm don't it's ok license days ends trial size sites site
  devices`.split(/\s+/),
)

const isForeign = (word: string) => languagesOf.has(word) && !english.has(word)

/** Writing that English has no letters of. */
const scripts: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['th', /\p{Script=Thai}/gu],
]

/** Where all of these lie, or their surrogates. */
const BEYOND_LATIN = /[\u0370-\uffff]/

/**
 * The language of a message that is plainly not English: a BCP 47 language, or undefined.
 * A few foreign words in an English sentence, or foreign names, don't count.
 */
export function foreignLanguage(words: readonly string[]): string | undefined {
  const first = words.find(isForeign)
  const isOtherWriting = BEYOND_LATIN.test(words.join(''))
  if (!isOtherWriting && (first === undefined || !words.some(word => word !== first && isForeign(word)))) return undefined
  const plain = words.filter(word => !placeholders.has(word) && /^[\p{L}\p{M}'-]+$/u.test(word))
  const script = isOtherWriting ? foreignScript(plain) : undefined
  if (script || plain.length < 3) return script
  const ours = plain.filter(word => english.has(word)).length
  const counts = new Map<string, number>()
  // "1 w/ 5000, 1 w/ 5001": a word said again tells no more of the language.
  for (const word of new Set(words.filter(isForeign)))
    for (const { language } of languagesOf.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1)
  const countOf = (language: string) => counts.get(language) ?? 0
  const language = Object.keys(common).reduce((best, next) => (countOf(next) > countOf(best) ? next : best))
  const most = countOf(language)
  const enough = most >= 3 ? most > 2 * ours && most / plain.length >= 0.3 : most === 2 && ours === 0 && most / plain.length >= 0.4
  return enough ? language : undefined
}

function foreignScript(words: readonly string[]): string | undefined {
  const text = words.join('')
  const [script, letters] = scripts
    .map(([language, letter]) => [language, text.match(letter)?.length ?? 0] as const)
    .reduce((best, next) => (next[1] > best[1] ? next : best))
  return letters >= 2 && letters > text.length / 3 ? script : undefined
}
