// Bundles the program and the library, and writes the library's types.
import {execFileSync} from 'node:child_process'
import {chmodSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {build} from 'esbuild'

rmSync('dist', {recursive: true, force: true})
const {metafile} = await build({
  entryPoints: {citenorm: 'src/main.ts', index: 'src/index.ts'},
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  keepNames: false,
  legalComments: 'none',
  metafile: true,
  chunkNames: 'chunks/[name]-[hash]',
  banner: {
    js: "import {createRequire as __createRequire} from 'node:module';const require=__createRequire(import.meta.url);",
  },
  logLevel: 'warning',
})
chmodSync('dist/citenorm.js', 0o755)
writeFileSync('dist/THIRD-PARTY-NOTICES.txt', notices(metafile))
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.types.json'], {stdio: 'inherit'})

/** The licences of the packages that are in the bundle. */
function notices({inputs}) {
  const names = new Set(
    Object.keys(inputs).flatMap(path => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.slice(1) ?? []),
  )
  return [...names].sort().map(notice).join('\n')
}

function notice(name) {
  const {version, license} = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'))
  return `${name} ${version} (${license})\n\n${licenceText(name)}\n${'-'.repeat(72)}\n`
}

function licenceText(name) {
  for (const file of ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENSE-MIT.txt', 'license', 'license.md', 'LICENCE']) {
    try {
      return readFileSync(`node_modules/${name}/${file}`, 'utf8')
    } catch {
      // the next name
    }
  }
  return 'see the package'
}
