import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'

/** What each folder of src may import of ours (beside itself); files at the top of src may import all. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  record: [],
  framing: ['record'],
  normalize: ['record'],
  dialects: ['record'],
  formats: ['record'],
  pipeline: ['record', 'framing', 'normalize', 'dialects', 'formats'],
  source: ['record'],
  engine: ['record', 'pipeline', 'framing', 'source', 'formats', 'dialects'],
  cli: ['record', 'engine', 'formats', 'dialects'],
}

/** Only these may know that there is a machine around them. */
const MAY_HAVE_EFFECTS = ['source', 'engine', 'cli']
const EFFECTS =
  /\bprocess\.|\bconsole\.|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\.|\bBuffer\b|\bsetTimeout\b/

function filesIn(folder: string): string[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter(name => name.endsWith('.ts'))
    .map(name => join(folder, name))
}

/** Violations of the import table in one file. */
function violations(folder: string, text: string): string[] {
  const found: string[] = []
  for (const [, path = ''] of text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)) {
    const ours = /^\.\.\/([a-z]+)\//.exec(path)?.[1]
    if (ours && ours !== folder && !MAY_IMPORT[folder]?.includes(ours)) found.push(path)
    if (path.startsWith('node:') && !MAY_HAVE_EFFECTS.includes(folder)) found.push(path)
  }
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
  if (!MAY_HAVE_EFFECTS.includes(folder) && EFFECTS.test(code)) found.push(String(EFFECTS.exec(code)))
  return found
}

describe('architecture', () => {
  const folders = readdirSync('src', {withFileTypes: true}).filter(entry => entry.isDirectory())

  it.each(folders.map(folder => folder.name))('src/%s imports only what it may', folder => {
    expect(Object.keys(MAY_IMPORT)).toContain(folder)
    const found = filesIn(join('src', folder)).flatMap(file =>
      violations(folder, readFileSync(file, 'utf8')).map(it => `${file}: ${it}`),
    )
    expect(found).toEqual([])
  })

  it('sees planted violations', () => {
    expect(violations('record', "import {x} from '../normalize/doi.js'")).toEqual(['../normalize/doi.js'])
    expect(violations('normalize', "import {readFileSync} from 'node:fs'")).toEqual(['node:fs'])
    expect(violations('formats', 'const now = Date.now()')).toEqual(['Date.now'])
    expect(violations('engine', "import {x} from '../framing/framer.js'\nprocess.exit(1)")).toEqual([])
  })

  it('has no attic', () => {
    expect(
      folders.map(folder => folder.name).filter(name => /^(?:utils?|common|helpers|misc|lib)$/.test(name)),
    ).toEqual([])
  })

  it.each(['dialects', 'formats'])('registers every file of src/%s', folder => {
    const registry = readFileSync(join('src', folder, 'registry.ts'), 'utf8')
    const registered = [...registry.matchAll(/from '\.\/([\w-]+)\.js'/g)].map(([, name]) => name)
    const ids = filesIn(join('src', folder))
      .map(file => ({file, id: /^ {2}id: '([\w-]+)'/m.exec(readFileSync(file, 'utf8'))?.[1]}))
      .filter(({id}) => id !== undefined)
    expect(ids.map(({id}) => id).sort()).toEqual([...registered].sort())
    for (const {file, id} of ids) expect(file).toBe(join('src', folder, `${id}.ts`))
  })
})
