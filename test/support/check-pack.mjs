// The package holds what it needs to run, and nothing else.
import {execFileSync} from 'node:child_process'

const [{files, size}] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {encoding: 'utf8', shell: true}),
)
const paths = files.map(file => file.path)
const stray = paths.filter(path => !/^(?:dist\/|package\.json$|README\.md$|LICENSE$|CHANGELOG\.md$)/.test(path))
const missing = ['dist/citenorm.js', 'dist/index.js', 'dist/types/index.d.ts', 'dist/THIRD-PARTY-NOTICES.txt'].filter(
  path => !paths.includes(path),
)
console.log(`${paths.length} files, ${(size / 1024).toFixed(0)} KiB packed`)
if (stray.length + missing.length > 0) {
  console.error({stray, missing})
  process.exitCode = 1
}
