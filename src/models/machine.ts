import { apm, byte, contexts, follows, masked, of, order, partial, select } from '../graph/build.js';
import type { ContextNode, Field, Graph } from '../graph/types.js';
import { bytesModel } from './bytes.js';
import type { Tables } from './tables.js';

const place = of('instructions', 'place', 0x3f); /* what the next byte is to its instruction */
const here: readonly Field[] = [of('instructions', 'instruction'), place]; /* and what that instruction is so far */
const opcodes = (mask?: number): Field => of('instructions', 'opcodes', mask);
/* The last instruction, the second and the third last one, without displacement and immediate. */
const [form1, form2, form3] = [of('instructions', 'form'), of('instructions', 'form2'), of('instructions', 'form3')];

/** Machine code of x86, and what lies between it: the instruction so far behind those before it, what displacements its base had, sparse and masked bytes. */
const everyday = contexts({
  o1: [order(1)],
  o2: [order(2)],
  o3: [order(3)],
  o4: [order(4)],
  o8: [order(8)],
  'skip-1': [byte(2), byte(3)],
  'skip-2': [byte(3), byte(4)],
  'second-byte': [byte(2)],
  'third-byte': [byte(3)],
  indirect1: [follows(1, 2), byte(1)],
  'high-bits': [1, 2, 3, 4, 5, 6].map((i) => masked(i, 0xe0)),
  column: [of('records', 'period', 0xffff), byte(1)],
  code: here,
  'code-1': [...here, opcodes(0xff)],
  'code-4': [...here, opcodes()],
  'code-6': [...here, opcodes(), of('instructions', 'older', 0xffff)],
  'code-history': [of('instructions', 'place', 0x7fff), opcodes(0xffff)],
  'place-o1': [place, byte(1)],
  form: [...here, form1],
  'form-2': [...here, form1, form2],
  'form-3': [...here, form1, form2, form3],
  'form-gap': [...here, form2],
  'form-gap-2': [...here, form3],
  immediate: [...here, of('instructions', 'immediate')],
  displaced: [place, of('instructions', 'displaced', 0xffff)],
  'displaced-3': [place, of('instructions', 'displaced')],
});

const more = contexts({
  o0: [order(0)],
  'fourth-byte': [byte(4), byte(1)],
  'high-nibbles': [1, 2, 3, 4].map((i) => masked(i, 0xf0)),
  operand: [of('instructions', 'place'), byte(1)],
});

/* What is looked up where it last stood. */
const recalled = ['code', 'displaced-3', 'skip-1', 'o2', 'place-o1'];

/** Programs and libraries. */
export const machine = (tables: Tables): Graph => model('machine', tables, everyday, recalled, false);

/** The same and a residual. */
export const ampleMachine = (tables: Tables): Graph => model('ample-machine', tables, everyday, recalled, true);

/** And some more contexts. */
export const strongMachine = (tables: Tables): Graph => model('strong-machine', tables, [...everyday, ...more], [...recalled, 'o1', 'second-byte'], true);

function model(name: string, tables: Tables, contexts: readonly ContextNode[], recalled: readonly string[], corrected: boolean): Graph {
  const next = select('instructions', 'place', 6);
  const whole = select('instructions', 'place', 15); /* with the opcode */
  const before = [next, select('instructions', 'opcodes', 8)];
  return bytesModel(name, tables, {
    contexts,
    recalled,
    select: [[select('records', 'period', 16)], [whole], [next, partial], before, [select('instructions', 'opcodes', 16)]],
    apms: [apm('sse-place', ['final'], [whole]), apm('sse-code', ['final'], before)],
    corrected,
  });
}
