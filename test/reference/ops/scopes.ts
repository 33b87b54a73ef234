import type { Machine, Op } from '../machine.js';
import type { FeatureStage } from '../program.js';

const byteOf = (text: string): number => text.charCodeAt(0);
const NEWLINE = byteOf('\n');
const BACKSLASH = byteOf('\\');
const openerOf: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
const kindNumber: Readonly<Record<string, number>> = { '<': 1, '{': 2, '[': 3, '(': 4 };

const isLetter = (c: number): boolean => /[A-Za-z]/.test(String.fromCharCode(c));
const isName = (c: number): boolean => c >= 128 || /[A-Za-z0-9_:.$-]/.test(String.fromCharCode(c));
const isWord = (c: number): boolean => c >= 128 || /[A-Za-z0-9_$]/.test(String.fromCharCode(c));

const spell = (h: number, c: number): number => Math.imul(h + c + 1, 0x9e37_79b1) >>> 0;

function hash(h: number, v: number): number {
  const mixed = Math.imul(h ^ v, 0x2c1b_3c6d) >>> 0;
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

type Place = 'text' | 'string' | 'opening' | 'name' | 'tag' | 'value' | 'closing';
const placeNumber: Readonly<Record<Place, number>> = { text: 0, string: 1, opening: 2, name: 3, tag: 4, value: 5, closing: 6 };

interface Scope {
  readonly kind: string;
  readonly name: number;
  readonly path: number;
  key: number;
  items: number;
}

/** SCOPES: the names of what is open around the next byte. */
export function scopes({ reg }: FeatureStage, machine: Machine): Op {
  /* The first one is the whole text and stays. */
  const stack: Scope[] = [{ kind: '', name: 0, path: 0, key: 0, items: 0 }];
  const memory = Array.from({ length: 4_096 }, () => ({ start: 0, hash: 0 }));
  let at: Place = 'text';
  let quote = 0;
  let escaped = false;
  let spelled = 0;
  let latest = 0;
  let here = 0;
  let earlier = 0;

  const top = (): Scope => stack.at(-1) as Scope;

  const open = (kind: string, name: number): void => {
    if (stack.length === 32) stack.splice(1, 1);
    const { path, key } = top();
    stack.push({ kind, name, path: hash(hash(path, key), (name + byteOf(kind)) >>> 0), key: 0, items: 0 });
  };

  const close = (kind: string, name?: number): void => {
    const i = stack.findLastIndex((scope) => scope.kind === kind && (name === undefined || scope.name === name));
    if (i > 0) stack.length = i;
  };

  const text = (c: number): void => {
    if (isWord(c)) {
      spelled = spell(spelled, c);
      return;
    }
    if (spelled !== 0) latest = spelled;
    spelled = 0;
    const { kind } = top();
    const sign = String.fromCharCode(c);
    if (sign === '<') at = 'opening';
    else if (sign === '"' && ['{', '[', '('].includes(kind)) [at, quote] = ['string', c];
    else if ((sign === ':' || sign === '=') && kind === '{') top().key = latest;
    else if (sign === ',' || sign === ';') {
      if (kind === '{') top().key = 0;
      top().items = Math.min(top().items + 1, 3);
      latest = 0;
    } else if (['{', '[', '('].includes(sign)) {
      open(sign, top().key || latest);
      latest = 0;
    } else if (openerOf[sign] !== undefined) close(openerOf[sign]);
  };

  const tag = (c: number): void => {
    const sign = String.fromCharCode(c);
    if (sign === '>') {
      if (machine.byteAt(machine.position - 2) === byteOf('/') && top().kind === '<') stack.pop();
      else top().key = 0;
      at = 'text';
      spelled = 0;
    } else if (sign === '"' || sign === "'") [at, quote] = ['value', c];
    else if (sign === '=') [top().key, spelled] = [spelled, 0];
    else spelled = isName(c) ? spell(spelled, c) : 0;
  };

  const read = (c: number): void => {
    switch (at) {
      case 'text':
        text(c);
        break;
      case 'string':
      case 'value':
        if (!escaped && (c === quote || c === NEWLINE)) {
          at = at === 'value' ? 'tag' : 'text';
          [latest, spelled] = [spelled, 0];
          break;
        }
        escaped = !escaped && at === 'string' && c === BACKSLASH;
        spelled = spell(spelled, c);
        break;
      case 'opening':
        spelled = 0;
        if (c === byteOf('/')) at = 'closing';
        else if (isLetter(c)) [at, spelled] = ['name', spell(0, c)];
        else {
          at = 'text';
          text(c);
        }
        break;
      case 'name':
        if (isName(c)) {
          spelled = spell(spelled, c);
          break;
        }
        open('<', spelled);
        spelled = 0;
        at = 'tag';
        tag(c);
        break;
      case 'tag':
        tag(c);
        break;
      case 'closing':
        if (isName(c)) {
          spelled = spell(spelled, c);
          break;
        }
        if (c === byteOf('>')) close('<', spelled);
        spelled = 0;
        at = 'text';
    }
  };

  return {
    byte() {
      const { registers, position, last, mask } = machine;
      const before = machine.register(reg + 2);
      read(last);
      const { kind, name, path, key, items } = top();
      const now = hash(hash(path, key), placeNumber[at] + (kind === '[' ? 8 * items : 0));
      registers[reg + 5] = spell(machine.register(reg + 5), last);
      const left = memory[here] as { start: number; hash: number };
      if (now !== before || (last === byteOf(',') && at === 'text')) {
        left.hash = machine.register(reg + 5);
        registers[reg + 5] = 0;
        here = hash(now, 0) >>> 20;
        const entered = memory[here] as { start: number; hash: number };
        earlier = entered.start;
        registers[reg + 6] = entered.hash;
        entered.start = position;
      } else if (earlier !== 0) {
        earlier = (earlier + 1) >>> 0;
      }
      const around = stack.at(-2);
      const named = name + (kind === '' ? 0 : byteOf(kind));
      registers[reg] = key || named;
      registers[reg + 1] = key ? named : around === undefined ? 0 : around.name + around.key;
      registers[reg + 2] = now;
      registers[reg + 3] = placeNumber[at] | ((kindNumber[kind] ?? 0) << 3) | (key ? 64 : 0);
      const there = earlier !== 0 && (position - earlier) >>> 0 < mask;
      registers[reg + 4] = there ? machine.byteAt(earlier) | (machine.byteAt(earlier + 1) << 8) : 0;
    },
  };
}
