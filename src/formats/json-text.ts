/**
 * A value as JSON text that a terminal may be shown: besides what JSON escapes, U+007F to U+009F are `\u00XX`, since C1 control
 * characters drive terminals (ECMA-48 §5.3).
 */
export function jsonText(value: unknown): string {
  return escapeControls(JSON.stringify(value))
}

export function escapeControls(text: string): string {
  return C1.test(text) ? text.replace(new RegExp(C1, 'g'), escapeControl) : text
}

const C1 = /[\x7f-\x9f]/

function escapeControl(character: string): string {
  return `\\u00${character.charCodeAt(0).toString(16)}`
}
