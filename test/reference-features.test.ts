/** The feature ops at the edges of what they look at: the core and test/reference make the same archives. */
import { describe, expect, it } from 'vitest';
import { encodeProgram, type Program, type Stage } from '../src/lower/index.js';
import { native, Op } from '../src/native.js';
import { decode } from './reference/decode.js';
import { encode } from './reference/encode.js';
import { kinds } from './support/kinds.js';
import { noise } from './support/noise.js';

type Feature = Extract<Stage['op'], 'CLASSES' | 'LINES' | 'BRACKETS' | 'INDIRECT' | 'RECORDS' | 'INSTRUCTIONS' | 'FIELDS' | 'SCOPES' | 'OUTLINE' | 'CODES'>;

const registerCounts: Readonly<Record<Feature, number>> = { CLASSES: 1, LINES: 3, BRACKETS: 2, INDIRECT: 2, RECORDS: 4, INSTRUCTIONS: 9, FIELDS: 5, SCOPES: 7, OUTLINE: 5, CODES: 2 };

/* In 256 slots a wrong value of a register meets other values than the right one would, so that the archive shows it. */
function programOf(op: Feature, unit: number): Uint8Array {
  const registers = Array.from({ length: registerCounts[op] }, (_, i) => 20 + i);
  const masks = [0xffff_ffff, 0xffff, 0xff, 0x0f, 0xff_0000, 0xff00_0000];
  const contexts = registers.flatMap((register) => masks.map((mask) => [{ register, mask }]));
  const signals = [{ start: 0, count: contexts.length }];
  const program: Program = {
    stages: [
      { op: 'HISTORY', size: { min: 10, max: 10, offset: 0 }, register: 60 },
      op === 'FIELDS' ? { op, unit, register: 20 } : { op, register: 20 },
      { op: 'SLOTS', size: { min: 12, max: 12, offset: 0 }, limit: 30, contexts, out: 0 },
      { op: 'MIXER', inputs: signals, selectors: [[], ...registers.map((register) => [{ register, shift: 0, bits: 9 }])], size: { min: 12, max: 16, offset: -4 }, out: 100, weight: 6_000, rateMax: 2_000, rateMin: 200, decay: 50, skip: 0, mean: 0 },
      { op: 'OUTPUT', inputs: [{ start: 100, count: 1 + registers.length }] },
    ],
  };
  return encodeProgram(program);
}

function expectAlike(op: Feature, data: Buffer, unit = 0): void {
  if (op === 'FIELDS' && unit === 0) expectAlike(op, data, 1);
  const program = programOf(op, unit);
  const encoder = new (native().Encoder)({ program, length: data.length, memory: 0, segment: 0, snapshot: 0, outputLimit: 0 });
  const { code, output } = encoder.runSync(data, Op.finish, 0, null);
  encoder.close();
  expect(code).toBe('OK');
  expect(output.equals(encode(data, { program, shipped: false })), 'the reference makes the same archive').toBe(true);
  expect(Buffer.from(decode(output, [])).equals(data), 'the reference restores it').toBe(true);
}

const everyByte = Buffer.from(Array.from({ length: 256 }, (_, i) => i));
/* Records of `width` bytes, of which the first counts and the others stay. */
const columns = (width: number, count: number): Buffer => Buffer.concat(Array.from({ length: count }, (_, i) => Buffer.concat([Buffer.of(i), Buffer.from(noise(width - 1, width))])));
/* Letters that never end a line nor open a bracket, so that a stack or a line grows old. */
const filler = (length: number): string => Buffer.from(noise(length, 7).map((byte) => 97 + (byte % 5))).toString('latin1');
const joined = (...parts: readonly string[]): Buffer => Buffer.from(parts.join(''), 'latin1');
const repeated = (times: number, make: (i: number) => string): string => Array.from({ length: times }, (_, i) => make(i)).join('');

const edges: Readonly<Record<Feature, Readonly<Record<string, Buffer>>>> = {
  CLASSES: {
    'every byte, and every pair of kinds': Buffer.concat([everyByte, everyByte, Buffer.from(noise(1_500, 4))]),
    'runs, of which some count once': Buffer.concat([...everyByte].map((byte) => Buffer.alloc(1 + (byte % 3), byte))),
    'a run of capitals, of digits and of newlines': joined('AAAA BBB\n\n\n1122  \t \t 3\r\n\r\nééé ', 'ABab12.,\n', filler(30)),
  },
  LINES: {
    'one line without an end': joined(filler(700)),
    'lines of more than 255 bytes': joined(repeated(5, (i) => `${filler(250 + 3 * i)}\n`), filler(600)),
    'lines longer than the ring': joined(filler(1_030), '\n', filler(1_500), '\n', filler(900), '\n', filler(1_100)),
    'lines about as long as the ring, then short ones': joined(repeated(8, (i) => `${filler(1_020 + i)}\nab\n\n`)),
    'empty lines, first and in a row': joined('\n\n\na\n\nbc\n\n\n\ndef\n', repeated(40, (i) => `${filler(i % 4)}\n`)),
    'a first line that is shorter than the second, and longer': joined('ab\nabcdef\nabcdef\n', repeated(30, (i) => `${filler((7 * i) % 13)}\n`)),
    'lines that end in cr lf, and in cr alone': joined(repeated(20, (i) => `id,${i},${filler(i % 5)}\r\n`), '\r\n\r\n', repeated(20, (i) => `${filler(i)}\r`)),
    'rows and columns': joined(repeated(60, (i) => `${String(i).padStart(5)};${filler(6)};${i % 3}\n`)),
    'zeros and high bytes': Buffer.from(noise(1_200, 11).map((byte) => (byte < 60 ? 10 : byte < 120 ? 0 : byte))),
  },
  BRACKETS: {
    'each bracket, open and closed': joined('([{<"', repeated(40, (i) => `(${i})[${i}]{${i}}<${i}>"${i}" `), '">}])'),
    'more than sixteen, all closed again': joined(repeated(40, (i) => `${'([{<'[i % 4]}${filler(2)}`), repeated(40, (i) => `${'])>}'[i % 4]}${filler(1)}`), repeated(20, () => '>}])')),
    'exactly sixteen and seventeen': joined(...[15, 16, 17, 18].flatMap((depth) => ['('.repeat(depth), 'x', ')'.repeat(depth + 2), 'y'])),
    'closed by the wrong one, or never opened': joined(')]}>', '(]) [) } ] <a) ">" ', repeated(30, (i) => `${'([{<"'[i % 5]}a${')]}>"'[(i * 3) % 5]}`)),
    'quotes, empty, in a row and within brackets': joined('"" """ "a" ("b") "(c)" {"d":["e","f"]} ', repeated(25, (i) => `"${filler(i % 4)}",`)),
    'opened at the start, and the byte before it': joined('(a', repeated(40, (i) => `${filler(1 + (i % 3))}(${filler(2)})`)),
    'not closed within 254 to 258 bytes': joined(...[253, 254, 255, 256, 257].flatMap((length) => ['(', filler(length), ')', filler(length), ')x)y'])),
    'three, each grown old after the other': joined('({[', filler(900), ')]}', '((', filler(300), ')', filler(300), ')'),
    'a bracket just when one grows old': joined(...[253, 254, 255, 256, 257].flatMap((length) => ['(', filler(length), '[', filler(20), ']', filler(10), ')'])),
    'a bracket after long text without': joined(filler(600), '(', filler(5), '[', filler(5), '])', filler(255), '"', filler(3), '"'),
  },
  INDIRECT: {
    'every byte and every pair in turn': Buffer.concat([everyByte, everyByte, Buffer.from(noise(1_200, 5))]),
    'few bytes, so that the four latest are replaced': Buffer.from(noise(2_000, 6).map((byte) => 97 + (byte % 3))),
    'zeros first': Buffer.concat([Buffer.alloc(20), Buffer.from('\0a\0\0b\0\0\0c'), Buffer.alloc(10), Buffer.from(noise(200, 8))]),
    'words again and again': joined(repeated(40, (i) => `${['the', 'then', 'hen'][i % 3]} ${['is', 'it'][i % 2]} `)),
  },
  RECORDS: {
    'every byte, and noise': Buffer.concat([everyByte, everyByte, Buffer.from(noise(1_500, 4))]),
    'records of five bytes, then of seven, then of 300': Buffer.concat([columns(5, 200), columns(7, 200), columns(300, 8)]),
    'widths up to more than the ring and than can be a width': Buffer.concat([columns(700, 4), columns(1_100, 3), columns(17_000, 3)]),
    'samples of 16 bits': Buffer.from(Int16Array.from({ length: 900 }, (_, i) => 40 * (i % 31) + (i >> 3)).buffer),
    'runs of one byte, which get no votes': Buffer.concat([...everyByte].map((byte) => Buffer.alloc(1 + (byte % 5), byte))),
    'rows alike but for a byte': joined(repeated(40, (i) => `${filler(50)}${i}`)),
  },
  INSTRUCTIONS: {
    'every opcode': Buffer.concat([...everyByte].map((byte) => Buffer.from([byte, 0x05, 1, 2, 3, 4, 5, 6, 0x90, 0x90]))),
    'every opcode behind 0f': Buffer.concat([...everyByte].map((byte) => Buffer.from([0x0f, byte, 0xc0, 1, 2, 3, 4, 0x90, 0x90]))),
    'every opcode behind 66': Buffer.concat([...everyByte].map((byte) => Buffer.from([0x66, byte, 0x04, 0x25, 1, 2, 3, 4, 5, 6, 0x90, 0x90]))),
    'every ModRM byte': Buffer.concat([...everyByte].map((byte) => Buffer.from([0x8b, byte, 0x25, 1, 2, 3, 4, 0x90, 0x90]))),
    'every ModRM byte of tests, plain and short': Buffer.concat([...everyByte].map((byte) => Buffer.from([0xf6, byte, 1, 2, 3, 0x66, 0xf7, byte, 1, 2, 3, 4, 5, 0x90]))),
    'every SIB byte in every mode': Buffer.concat([...everyByte].map((byte) => Buffer.from([0x8b, (byte & 3) << 6 | 4, byte, 1, 2, 3, 4, 0x90, 0x90]))),
    'prefixes alone and in a row': Buffer.from([0x66, 0x67, 0xf3, 0x90, 0x2e, 0x36, 0x0f, 0x66, 0x66, 0x66, 0xb8, 1, 2, 0xf0, 0xf2, 0x64, 0x65, 0x3e, 0x26]),
    'a few bytes 48 that are no prefixes, then many that are, before every opcode, then none again': Buffer.concat([
      Buffer.from([0x48, 0x90, 0x48, 0x48, 0x41, 0x50, 0x90]),
      ...[...everyByte].map((byte) => Buffer.from([0x48, 0x8b, 0x45, byte, 0x41 + (byte & 14), byte, 0x05, 1, 2, 3, 4, 5, 6, 7, 8, 0x90, 0x90])),
      ...[...everyByte].map((byte) => Buffer.from([0x48, 0x90, 0x4f, byte & 0xf0 | 8, 0x90])),
    ]),
    'displacements of one and four bytes from every base, and immediates': Buffer.concat([...everyByte, ...everyByte].map((byte, i) => Buffer.from([0xc7, byte & 0xc7, 0x24, i & 255, 0, 0, 0, 1, 0, 0, 0, 0x90, 0x90]))),
    noise: Buffer.from(noise(3_000, 9)),
  },
  FIELDS: {
    'rows of cells': joined(repeated(60, (i) => `${i},${filler(i % 4)};${i % 7}\t${filler(3)}|end\n`)),
    'quoted cells, and a quote that is not closed': joined(repeated(40, (i) => `"a,${i}","b;c",${i}\n`), repeated(5, (i) => `x,"y,${i}\nz,1\n`)),
    'more than 256 fields, then few': joined(repeated(3, () => `${repeated(300, (i) => `${i % 10},`)}\n`), repeated(10, (i) => `${i},1\n`), `${repeated(255, () => ',')}\n`, `${repeated(256, () => ',')}\n`),
    'fields longer than 255 bytes and than the ring': joined(repeated(4, (i) => `a,${filler(250 + 4 * i)},b\n`), repeated(3, () => `a,${filler(1_100)},b\n`)),
    'lines of a log': joined(repeated(60, (i) => `2026-11-22 10:${i}:00.${i} INFO [main-${i % 3}] a.b.C - took ${i * 7} ms\n`)),
    'empty lines and fields': joined('\n\n,,\n,,\n;\n', repeated(30, (i) => `${','.repeat(i % 5)}\n`)),
  },
  OUTLINE: {
    'deeper and deeper lines, more than are kept, and back': joined(repeated(40, (i) => `${' '.repeat(i)}name${i}: ${i}\n`), repeated(40, (i) => `${' '.repeat(40 - i)}back${i} = ${i}\n`)),
    'tabs, blank lines, lines of blanks, lines without a word': joined(repeated(30, (i) => `${'\t'.repeat(i % 5)}- x${i % 3}:\n\n   \n***\n  "k_${i % 4}": ${i},\n`)),
    'more than 255 words in a line, and a line without an end': joined(repeated(300, (i) => `w${i % 7} `), '\n', repeated(400, (i) => `<t${i % 3}>a=${i}`)),
    'labels of every sort': joined(repeated(40, (i) => `{"a${i % 4}":"x","b":[${i}],c=${i % 3}}<tag k='v'>t</tag>é: ü=1\n`)),
  },
  CODES: {
    'codes of one, two and three bytes, between blanks, marks and letters': Buffer.from(
      Array.from({ length: 30 }, (_, i) => [0x80 + i, 32, 0xa0 + i, 0x80 + i, 0x2e, 10, 0xf0 + (i % 16), 0xff, 0x80, 0x73, 2, 0x81 + i, 0x9f, 0xef, 0xff]).flat(),
    ),
    'codes that never end, and bytes that no code has': Buffer.concat([Buffer.of(0xf7, 0x41, 0xa0, 0x20, 0x80), everyByte, Buffer.alloc(40, 0xff), Buffer.alloc(41, 0xa0)]),
    'numbers, sentences, cells': joined(repeated(40, (i) => `in ${1_900 + i} 3.${i}|a1b2c3 x.\n[[y]] == z = "${i}"\n`)),
  },
  SCOPES: {
    'objects and lists': joined(repeated(30, (i) => `{"id":${i},"tags":["a","b${i % 3}",${i}],"at":{"x":1.${i},"y":[1,2,3,4,5,6]}}\n`)),
    'strings with escapes, and one that is not closed': joined(repeated(20, (i) => `{"a\\"b":"c\\\\","d":"${i}\\n"}`), '{"open\n"x":1}', '["a\\\n"]'),
    'elements and attributes': joined(repeated(30, (i) => `<row id="${i}" name='n${i % 4}'><cell>${i}</cell><br/><cell a=b>x</cell></row>\n`)),
    'tags not closed, never opened, and closed from outside': joined('<a><b><c>x</a>y</b></c>z', repeated(20, (i) => `<p>${i}<br><li>x</ul>`)),
    'deeper than the stack, then out again': joined(repeated(40, (i) => `${'[{('[i % 3]}k${i}:`), repeated(45, (i) => `${')}]'[i % 3]},`), repeated(40, (i) => `<t${i}>`), repeated(45, (i) => `</t${40 - i}>`)),
    'what looks like tags': joined('a < b <1> <<x>> </ x> </x y> <!-- c --> <?xml version="1.0"?> <', repeated(10, () => '<a b = "c>d" e>f')),
    'calls and blocks of source': joined(repeated(20, (i) => `function f${i}(a, b) { if (a[${i}] == "x") { return g(b, { k: 1, l: 2 }); } }\n`)),
    'lists of lists': joined(`{"c":[${repeated(80, (i) => `[${i}.5,-${i}],`)}[]]}`),
  },
};

describe.each(Object.entries(edges) as [Feature, Readonly<Record<string, Buffer>>][])('%s', (op, inputs) => {
  it.each(Object.entries(inputs))('%s', (_, data) => {
    expectAlike(op, data);
  });

  it.each(Object.entries(kinds))('%s', (_, data) => {
    expectAlike(op, data);
  });

  it.each([0, 1, 2, 3])('%i bytes', (length) => {
    for (const text of ['(((', '\n\n\n', '"a"', 'a\nb']) expectAlike(op, joined(text.slice(0, length)));
  });
});
