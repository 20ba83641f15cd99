// node witness.mjs FILE…: exits with 1 and the parser's words for the first file that Mermaid refuses.
import { readFileSync } from 'node:fs'
import { JSDOM } from 'jsdom'

const page = new JSDOM('<!DOCTYPE html><body></body>').window
globalThis.window = page
globalThis.document = page.document
const { default: mermaid } = await import('mermaid')

for (const file of process.argv.slice(2)) {
  try {
    const { diagramType } = await mermaid.parse(readFileSync(file, 'utf8'))
    console.log(`${file}: ${diagramType}`)
  } catch (error) {
    console.error(`${file}: ${error.message}`)
    process.exit(1)
  }
}
