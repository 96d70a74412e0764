import { defineConfig } from 'vitest/config'
export default defineConfig({ test: { include: ['test/conversation/**/*.test.ts','test/understanding/**/*.test.ts','test/message-extension.test.ts','test/called-wrong.test.ts','test/about.test.ts','test/reminders.test.ts'], testTimeout: 200000, hookTimeout: 60000, setupFiles: ['test/support/quiet.ts', './k5setup.mjs'] } })
