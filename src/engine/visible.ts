/**
 * Text that is safe to show on a terminal: control characters (C0, DEL, C1), bidi controls and line separators become `\u{…}`, so
 * that nothing from an input can drive a terminal or hide what it says.
 */
export function visible(text: string): string {
  return text.replace(UNSAFE, character => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
}

const UNSAFE =
  /[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
