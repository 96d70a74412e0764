import { writeFileSync } from 'node:fs'
import { colorIcon, outlineIcon } from './draw-icons.ts'

writeFileSync(new URL('color.png', import.meta.url), colorIcon())
writeFileSync(new URL('outline.png', import.meta.url), outlineIcon())
