import {isBlankByte} from './byte-window.js'

/** The end of what stands between two objects: enough to tell whether the second is an array's element. */
export class Between {
  private text = ''

  /** Nothing but white space. */
  get isBlank(): boolean {
    return this.text === ''
  }

  /** `[`, `[null, ` and the like, but not the array of a member, `"authors": [`. */
  get opensArray(): boolean {
    const bracket = this.text === '' ? null : /\[\s*(?:null\s*,\s*)*$/.exec(this.text)
    return bracket !== null && !/:\s*$/.test(this.text.slice(0, bracket.index))
  }

  /** What follows is one of several. */
  get endsInComma(): boolean {
    return /,\s*$/.test(this.text)
  }

  /** What follows is the value of a member. */
  get endsInColon(): boolean {
    return /:\s*$/.test(this.text)
  }

  reset(text = ''): void {
    this.text = text
  }

  /** Runs of white space count as one blank, so that the pieces it comes in make no difference. */
  add(bytes: Uint8Array): void {
    let text = ''
    for (let at = bytes.length - 1; at >= 0 && text.length <= LENGTH; at--) {
      const byte = bytes[at] as number
      if (!isBlankByte(byte)) text = String.fromCharCode(byte) + text
      else if (!text.startsWith(' ')) text = ` ${text}`
    }
    if (text.startsWith(' ') && (this.text === '' || this.text.endsWith(' '))) text = text.slice(1)
    const all = this.text + text
    this.text = all.length <= LENGTH ? all : CUT + all.slice(-LENGTH)
  }
}

const LENGTH = 256
/** Stands for what was let go: no pattern that must match from the beginning does. */
const CUT = '\u0000'
