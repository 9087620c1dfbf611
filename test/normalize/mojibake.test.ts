import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {repairMojibake} from '../../src/normalize/mojibake.js'
import {BOUND_MS, slowest} from '../support/hostile.js'
import {noted, silent} from '../support/notes.js'

const WINDOWS_1252 = new TextDecoder('windows-1252')
const misread = (text: string): string => WINDOWS_1252.decode(new TextEncoder().encode(text))

describe('repairMojibake', () => {
  it.each([
    ['KÃ¼sel', 'Küsel'],
    ['cellsâ€™ and â€œquotesâ€\u009d', 'cells’ and “quotes”'],
    ['cellsâ\x80\x99', 'cells’'],
    ['37Â°C Â± 2', '37°C ± 2'],
    ['IL2RÎ³cKO', 'IL2RγcKO'],
    ['DOS AÃ‘OS', 'DOS AÑOS'],
    ['RÄ«ga', 'Rīga'],
    ['Viá»‡t', 'Việt'],
    ['Ð¼Ð¸Ñ€', 'мир'],
    ['í•œêµ\u00adì–´', '한국어'],
    ['×‘×”×•×“×¢×”', 'בהודעה'],
    ['ï¿½', '\ufffd'],
    ['KÃƒÂ¼sel', 'Küsel'],
    ['a splice variant \x96 new', 'a splice variant – new'],
    ['don\x92t', 'don’t'],
    ['tur\x92stico', 'tur\ufffdstico'],
    ['Coatl\x87n conf\x92an en Espa\x96a', 'Coatl\ufffdn conf\ufffdan en Espa\ufffda'],
    ['coraz\x97n', 'coraz\ufffdn'],
    ['Jane O\x92Neill', 'Jane O’Neill'],
    ['l\x92eau qu\x92on', 'l’eau qu’on'],
    ['a\x96b', 'a–b'],
    ['Bose\x96Einstein', 'Bose–Einstein'],
    ['\x93café\x94 ', '“café” '],
  ])('reads %j as %j', (broken, whole) => {
    expect(noted(note => repairMojibake(broken, note))).toEqual({value: whole, rules: ['mojibake']})
  })

  it.each([
    'L’épisode', 'Ôôô VIDA', '[x]\u00a0©', '`¬´', '∆°', 'QUEM É¿', 'SELKÄ\u00a0EDELLÄ\u00a0MAAHAN', '5×£35', 'NESTLÉ®', 'MÄ£ÄM SÖÄ£', 'Brontë…”', 'AHÅ™, the', 'ВІКІ',
    'a lot of Ã’s in', 'NICIODATĂ\u00a0', 'TRANSFORMATORIŲ™', 'Ō¬o', '«été\u00a0»', 'MANHÃ”', 'MAÇÃ»', 'São Paulo', 'naïve café – “à la”', '10 µm ± 2 °C', 'Ærø', 'Þór',
  ])('leaves %j alone', text => {
    expect(noted(note => repairMojibake(text, note))).toEqual({value: text, rules: []})
  }) // biome-ignore format: a table

  it.each(['锟斤拷', 'it鈥檚', 'â€� lost', 'Ã¼ber–Ã¼ber–ï'])('keeps and notes %j, which it cannot read', text => {
    expect(noted(note => repairMojibake(text, note))).toEqual({value: text, rules: ['mojibake']})
  })

  it('reads what was misread of words in German, Greek and Chinese', () => {
    const words = fc.array(
      fc.constantFrom('Größe', 'Übung', 'καλημέρα', 'Ελλάδα', '中文摘要', '研究方法', 'café', '“quoted”', 'x – y'),
      {minLength: 1, maxLength: 4},
    )
    fc.assert(
      fc.property(words, list => {
        const text = list.join(' and ')
        expect(repairMojibake(misread(text), silent)).toBe(text)
      }),
    )
  })

  it('repairs what it repaired no more', () => {
    fc.assert(
      fc.property(fc.string({unit: fc.constantFrom(...'aéÃ¼â€™Â°Î±ï¿½\x96 –'), maxLength: 12}), text => {
        const once = repairMojibake(text, silent)
        if (!/[\xc2-\xf4]/.test(once)) expect(repairMojibake(once, silent)).toBe(once)
      }),
    )
  })

  it('takes linear time', () => {
    expect(slowest(text => repairMojibake(text, silent))).toBeLessThan(BOUND_MS)
  })
})
