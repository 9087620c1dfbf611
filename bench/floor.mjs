// The floor: what no program that decodes both encodings can do without. Read, parse outer, parse inner, stringify, write.
import {createReadStream} from 'node:fs'

let rest = ''
for await (const chunk of createReadStream(process.argv[2], {encoding: 'utf8', highWaterMark: 1 << 18})) {
  const lines = (rest + chunk).split('\n')
  rest = lines.pop()
  let block = ''
  for (const line of lines) block += `${JSON.stringify(JSON.parse(JSON.parse(line).resultStr))}\n`
  if (!process.stdout.write(block)) await new Promise(resolve => process.stdout.once('drain', resolve))
}
