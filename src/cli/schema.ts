import * as z from 'zod'
import {UsageError} from '../engine/usage-error.js'
import {schemas} from '../record/schema.js'

/** `citenorm schema [name]`: the JSON Schema (draft 2020-12) of what citenorm writes. */
export async function schemaCommand(args: readonly string[]): Promise<number> {
  const [name = 'record'] = args
  const schema = Object.hasOwn(schemas, name) ? schemas[name as keyof typeof schemas] : null
  if (!schema)
    throw new UsageError(`no schema ${JSON.stringify(name)}, expected one of ${Object.keys(schemas).join(', ')}`)
  process.stdout.write(`${JSON.stringify(z.toJSONSchema(schema), null, 2)}\n`)
  return 0
}
