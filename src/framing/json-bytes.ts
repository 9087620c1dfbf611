/** The bytes of JSON (RFC 8259). */
export const LF = 0x0a
export const QUOTE = 0x22
export const COMMA_BYTE = 0x2c
export const COLON_BYTE = 0x3a
export const OPEN_BRACKET = 0x5b
export const BACKSLASH = 0x5c
export const CLOSE_BRACKET = 0x5d
export const OPEN_BRACE = 0x7b
export const CLOSE_BRACE = 0x7d

/** 1 for each byte that makes an escape with a backslash before it, `u` aside. */
export const SIMPLE_ESCAPES = new Uint8Array(256)
for (const letter of '"\\/bfnrt') SIMPLE_ESCAPES[letter.charCodeAt(0)] = 1

/** White space, RFC 8259 §2. */
export function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === LF || byte === 0x0d || byte === 0x09
}

export function isHex(byte: number): boolean {
  return isDigit(byte) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66)
}

/** A byte as a message shows it. */
export function shown(byte: number): string {
  if (byte === LF) return 'line feed'
  return byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `byte 0x${byte.toString(16).padStart(2, '0')}`
}

export function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39
}
