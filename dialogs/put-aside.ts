import { dropped } from './conversation.ts'
import { isQuestion, MAX_PHRASE } from './phrases.ts'
import type { Scene } from './scene.ts'

const lead = '^\\W*(?:(?:oh|ok|okay|well|actually|no|hm+|ah|sorry|and|but)\\W+){0,3}'
const thing = '(?:it|that|this|the (?:trial|licen[cs]e|refund|extension|reminder|question|size|sizes|sizing|date|other one))'
const PUTS_ASIDE = new RegExp(
  `${lead}(?:(?:never ?mind|nvm)(?: (?:about )?${thing})?[\\s,.;:!–—-]+|(?:forget|scrap|drop|leave|skip)(?: about)? ${thing}(?: for now)?\\s?[,.;:!–—-][\\s.-]*|(?:it )?doesn['’]?t matter[\\s,.;:!–—-]+)(?:(?:but|then|just|instead|rather|so)\\W+){0,2}(?<rest>\\S.{4,})$`,
  'isu',
)

/** "Never mind, what about refunds": the question that is open is dropped, unless what follows is its answer. What is left to be understood goes with it. */
export async function putAside(scene: Scene, text: string): Promise<{ readonly scene: Scene; readonly rest: string } | undefined> {
  const { stood, turn, desk } = scene
  const { rest } = (text.length <= MAX_PHRASE && PUTS_ASIDE.exec(text)?.groups) || {}
  if (!rest) return undefined
  if (!stood.open) return { scene, rest }
  const { wishes, band } = await desk.understand(rest, { today: turn.today, locale: turn.person.locale })
  const isOther = isQuestion(rest) || (band === 'sure' && wishes[0].intent !== stood.topic)
  const left = { ...dropped(stood), told: stood.told, calledWrong: stood.calledWrong }
  return { scene: isOther ? { ...scene, stood: left } : scene, rest }
}
