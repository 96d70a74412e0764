import type { Fault } from './fault.ts'
import type { Command, Shape } from './shape.ts'

/** Fewer prompt starters show too little of what can be asked. */
const PROMPTS = 3

type Found = Omit<Fault, 'file'>

/** What the store's validation asks of the bot, its commands and the message extension, beyond the schema. */
export function structureFaults(file: string, manifest: Shape): Fault[] {
  return [...versions(manifest), ...bots(manifest), ...extensions(manifest)].map(fault => ({ file, ...fault }))
}

function versions({ $schema, manifestVersion, version }: Shape): Found[] {
  return [
    ...($schema.includes(`/v${manifestVersion}/`)
      ? []
      : [{ path: 'manifestVersion', what: `"${manifestVersion}" is not the version of the schema; give that.` }]),
    ...(/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/.test(version)
      ? []
      : [{ path: 'version', what: `"${version}" can't be used; give three numbers such as 1.2.0 in package.json.` }]),
  ]
}

function bots({ bots: [bot] }: Shape): Found[] {
  if (!bot) return [{ path: 'bots', what: 'is empty; add the bot.' }]
  const { scopes, commandLists: lists, isNotificationOnly } = bot
  const listed = lists.flatMap((list, index) =>
    list.scopes.map((scope, at) => ({ scope, path: `bots[0].commandLists[${index}].scopes[${at}]` })),
  )
  return [
    ...(isNotificationOnly ? [{ path: 'bots[0].isNotificationOnly', what: 'is true, and the bot answers; set it to false.' }] : []),
    ...twice(scopes.map((scope, at) => ({ text: scope, path: `bots[0].scopes[${at}]` }))),
    ...twice(listed.map(({ scope, path }) => ({ text: scope, path }))),
    ...listed
      .filter(({ scope }) => !scopes.includes(scope))
      .map(({ scope, path }) => ({ path, what: `"${scope}" is no scope of the bot; add it there.` })),
    ...scopes
      .filter(scope => !listed.some(each => each.scope === scope))
      .map(scope => ({ path: 'bots[0].commandLists', what: `has no commands for the scope ${scope}; add a list.` })),
    ...lists.flatMap(({ commands }, index) => commandFaults(commands, `bots[0].commandLists[${index}].commands`)),
    ...lists.flatMap(({ commands }, index) => prompts(commands, `bots[0].commandLists[${index}].commands`)),
  ]
}

function prompts(commands: readonly Command[], path: string): Found[] {
  const count = commands.filter(({ type }) => type === 'prompt').length
  return [
    ...(count < PROMPTS ? [{ path, what: `has ${count} prompt starters; give ${PROMPTS} or more.` }] : []),
    ...commands.flatMap(({ type, prompt }, index) =>
      type === 'prompt' && !prompt ? [{ path: `${path}[${index}].prompt`, what: 'is missing; say what is asked.' }] : [],
    ),
  ]
}

function extensions({ bots: [bot], composeExtensions }: Shape): Found[] {
  return composeExtensions.flatMap(({ botId, commands, messageHandlers }, index) => {
    const path = `composeExtensions[${index}]`
    const at = (each: number) => `${path}.commands[${each}]`
    return [
      ...(botId === bot?.botId ? [] : [{ path: `${path}.botId`, what: 'is another bot; give the id of bots[0].' }]),
      // A link that is unfolded must be the app's own, and it has none.
      ...(messageHandlers.length > 0 ? [{ path: `${path}.messageHandlers`, what: 'is not answered by the bot; take it out.' }] : []),
      ...commandFaults(commands, `${path}.commands`),
      ...twice(commands.map(({ id = '' }, each) => ({ text: id, path: `${at(each)}.id` }))),
      ...commands.flatMap(({ type = 'query', parameters, fetchTask }, each) =>
        parameters.length > 0 || (type === 'action' && fetchTask)
          ? []
          : [{ path: `${at(each)}.parameters`, what: 'is missing; say what the command takes.' }],
      ),
      ...commands.flatMap(({ samplePrompts }, each) =>
        twice(samplePrompts.map(({ text }, which) => ({ text, path: `${at(each)}.samplePrompts[${which}].text` }))),
      ),
    ]
  })
}

function commandFaults(commands: readonly Command[], path: string): Found[] {
  return [
    ...twice(commands.map(({ title }, index) => ({ text: title, path: `${path}[${index}].title` }))),
    ...commands.flatMap(({ description }, index) =>
      description ? [] : [{ path: `${path}[${index}].description`, what: 'is missing; say what the command does.' }],
    ),
  ]
}

/** Texts that were there before, letter case aside. */
function twice(texts: readonly { readonly text: string; readonly path: string }[]): Found[] {
  return texts
    .filter(({ text }, index) => texts.findIndex(each => each.text.toLowerCase() === text.toLowerCase()) < index)
    .map(({ text, path }) => ({ path, what: `${JSON.stringify(text)} is there twice; leave one.` }))
}
