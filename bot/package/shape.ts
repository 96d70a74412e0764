import { z } from 'zod'

const command = z.object({
  id: z.string().optional(),
  title: z.string().default(''),
  description: z.string().optional(),
  type: z.string().optional(),
  prompt: z.string().optional(),
  fetchTask: z.boolean().default(false),
  parameters: z.array(z.object({ name: z.string() })).default([]),
  samplePrompts: z.array(z.object({ text: z.string() })).default([]),
})

/** The parts of a manifest that the limits are about; the schema has looked at the rest. */
export const shape = z.object({
  $schema: z.string(),
  manifestVersion: z.string(),
  version: z.string(),
  developer: z.object({ name: z.string(), websiteUrl: z.string(), privacyUrl: z.string(), termsOfUseUrl: z.string() }),
  icons: z.object({ color: z.string(), outline: z.string() }),
  bots: z.array(
    z.object({
      botId: z.string(),
      scopes: z.array(z.string()),
      isNotificationOnly: z.boolean().default(false),
      commandLists: z.array(z.object({ scopes: z.array(z.string()), commands: z.array(command) })).default([]),
    }),
  ),
  composeExtensions: z
    .array(z.object({ botId: z.string(), commands: z.array(command), messageHandlers: z.array(z.unknown()).default([]) }))
    .default([]),
  validDomains: z.array(z.string()).default([]),
})

export type Shape = z.infer<typeof shape>
export type Command = z.infer<typeof command>
