/** What is known of one byte. */
import { characterAt, nameOf } from './characters.js';
import { type Child, count, figure, hex, make, percent } from './dom.js';
import type { File, Said, Unit } from './file.js';
import { element, figures } from './figures.js';

const RAW = 1;
const UTF8 = 4;
const marks: Readonly<Record<number, string>> = { 1: '(a byte as it is)', 2: '(Capital)', 3: '(CAPITALS)', 4: '(a UTF-8 character)' };
const FIRST = 128;
const SINGLES = 32;
const PAIR_LEADS = 80;
const PAIRS = PAIR_LEADS * 128;

/* What a coded byte would be, where words are codes (docs/format.md §2.1): `before` are the unit's bytes before it. */
function codeName(file: File, before: readonly number[], byte: number): string {
  const literal = before.includes(RAW) || before.includes(UTF8);
  const code = before.filter((each) => each >= FIRST);
  if (literal) return nameOf(byte);
  const [lead, second] = code;
  const low = byte & 127;
  if (lead === undefined) {
    if (byte < FIRST) return marks[byte] ?? nameOf(byte);
    const number = byte - FIRST;
    if (number < SINGLES) return file.word(number) ?? hex(byte);
    const first = number < SINGLES + PAIR_LEADS ? SINGLES + (number - SINGLES) * 128 : SINGLES + PAIRS + (number - SINGLES - PAIR_LEADS) * 16_384;
    const example = file.word(first);
    return example === undefined ? hex(byte) : `${example} … (a group of words)`;
  }
  const number = lead - FIRST - SINGLES;
  if (number < PAIR_LEADS) return file.word(SINGLES + number * 128 + low) ?? hex(byte);
  const from = SINGLES + PAIRS + (number - PAIR_LEADS) * 16_384;
  if (second !== undefined) return file.word(from + (second & 127) * 128 + low) ?? hex(byte);
  const example = file.word(from + low * 128);
  return example === undefined ? hex(byte) : `${example} … (a group of words)`;
}

const bar = (part: number, className = ''): HTMLElement => make('span', { class: `part ${className}` }, make('span', { style: `width:${(100 * Math.min(1, Math.max(0, part))).toFixed(2)}%` }));

function guessTable(file: File, unit: Unit, coded: number): HTMLElement {
  const before = Array.from({ length: coded - unit.codedStart }, (_, i) => file.coded(unit.codedStart + i));
  const isText = file.isText(unit.start);
  const label = (byte: number): string => (isText ? codeName(file, before, byte) : nameOf(byte));
  const came = file.coded(coded);
  const chance = 2 ** -file.codedCost(coded);
  const guesses = file.guesses(coded);
  const row = (byte: number, p: number): HTMLElement =>
    make('tr', byte === came ? { class: 'came' } : {}, make('th', { scope: 'row' }, label(byte)), make('td', { class: 'number' }, hex(byte)), make('td', { class: 'number' }, percent(p)), make('td', {}, bar(p, byte === came ? 'came' : '')));
  const rows = (guesses ?? []).map((guess) => row(guess.byte, guess.chance));
  if (!(guesses ?? []).some(({ byte }) => byte === came)) rows.push(row(came, chance));
  const title = guesses === undefined ? 'What came' : 'What the model thought likely';
  return make('table', { class: 'guesses' }, make('caption', {}, title), ...rows);
}

function saidTable(said: readonly Said[], cost: number): HTMLElement {
  const rest = 8 - cost - said.reduce((sum, { saved }) => sum + saved, 0);
  const most = Math.max(0.01, ...said.map(({ saved }) => Math.abs(saved)), Math.abs(rest));
  const savedCells = (saved: number): Child[] => [
    make('td', { class: 'number' }, saved.toFixed(2).replace('-', '−')),
    make('td', {}, make('span', { class: 'both' }, bar(-saved / most, 'cost'), bar(saved / most))),
  ];
  const isSilent = ({ alone, saved }: Said): boolean => Math.abs(alone - 8) < 0.05 && Math.abs(saved) < 0.01;
  const silent = said.filter(isSilent);
  const rows = said
    .filter((each) => !isSilent(each))
    .sort((a, b) => b.saved - a.saved)
    .map(({ name, group, alone, weight, saved }) =>
      make('tr', {}, make('th', { scope: 'row', title: group }, name), make('td', { class: 'number' }, alone.toFixed(2)), make('td', { class: 'number' }, weight.toFixed(2).replace('-', '−')), ...savedCells(saved)),
    );
  return make(
    'table',
    { class: 'said' },
    make('caption', {}, 'What each part of the model said'),
    make(
      'thead',
      {},
      make('tr', {}, make('th', { scope: 'col' }, 'part'), make('th', { scope: 'col', title: 'bits that the byte would have cost by this part alone' }, 'alone'), make('th', { scope: 'col', title: 'how far the prediction moves with this part’s, through all mixers' }, 'weight'), make('th', { scope: 'col', colspan: '2', title: 'of 8 bits: how many this part saved; less than 0: it cost so many' }, 'bits saved')),
    ),
    make('tbody', {}, ...rows, make('tr', { class: 'rest' }, make('th', { scope: 'row' }, 'stages behind'), make('td'), make('td'), ...savedCells(rest))),
    silent.length === 0 ? undefined : make('tfoot', {}, make('tr', {}, make('td', { colspan: '5', class: 'silent' }, `had not seen the like: ${silent.map(({ name }) => name).join(', ')}`))),
  );
}

function spelled(file: File, { start, end }: Unit): string {
  let text = '';
  for (let at = start; at < end; ) {
    const character = characterAt(file.data, at);
    text += character.text;
    at += character.length;
  }
  return text;
}

function head(file: File, at: number, unit: Unit): Child[] {
  const byte = file.data[at] ?? 0;
  const bits = file.cost(at);
  const unitBits = file.costOf(unit.start, unit.end);
  const codes = unit.codedEnd - unit.codedStart;
  const several = unit.end - unit.start > 1 || codes > 1;
  return [
    make('p', { class: 'where' }, `offset ${count(at)} · 0x${at.toString(16).toUpperCase()}`),
    make('p', { class: 'what' }, make('b', {}, nameOf(byte)), nameOf(byte) === hex(byte) ? undefined : make('span', { class: 'code' }, hex(byte)), make('span', { class: 'bits' }, `${figure(bits)} bits`)),
    file.isStored(at) ? make('p', { class: 'note' }, 'This block was stored as it is: 8 bits were paid for each coded byte, whatever the model thought.') : undefined,
    several
      ? make('p', { class: 'note' }, `“${spelled(file, unit)}” was coded as ${codes === 1 ? 'one byte' : `${codes} bytes`} and cost ${figure(unitBits)} bits, spread evenly over its ${unit.end - unit.start === 1 ? 'one byte' : `${unit.end - unit.start} bytes`}.`)
      : undefined,
  ];
}

/** The same in a few words, for who hears it. */
export function spokenOf(file: File, at: number): string {
  const unit = file.unit(at);
  const first = file.isText(at) ? undefined : file.guesses(unit.codedStart)?.[0];
  const likeliest = first === undefined ? '' : `; likeliest was ${nameOf(first.byte)} with ${percent(first.chance)}`;
  return `byte ${count(at)}, ${nameOf(file.data[at] ?? 0)}: ${figure(file.cost(at))} bits${likeliest}`;
}

/** Fills the panel; `onMore` goes to the next byte of which all is kept. */
export function describe(file: File, at: number, onMore: () => void): void {
  if (file.length === 0) return element('detail').replaceChildren(make('p', { class: 'note' }, 'The file is empty.'));
  const unit = file.unit(at);
  const parts: Child[] = [];
  let unkept = false;
  for (let coded = unit.codedStart; coded < unit.codedEnd; coded += 1) {
    const codes = unit.codedEnd - unit.codedStart;
    if (codes > 1) parts.push(make('h3', {}, `coded byte ${coded - unit.codedStart + 1} of ${codes}: ${hex(file.coded(coded))}, ${figure(file.codedCost(coded))} bits`));
    parts.push(guessTable(file, unit, coded));
    const said = file.said(coded);
    if (said !== undefined) parts.push(saidTable(said, file.codedCost(coded)));
    unkept ||= said === undefined;
  }
  if (unkept && !figures.kept.all) {
    const more = make('button', { type: 'button' }, 'go to the next one (d)');
    more.addEventListener('click', onMore);
    const what = figures.kept.guessedAll ? 'What each part of the model said is' : 'Predictions and what each part of the model said are';
    parts.push(make('p', { class: 'note more' }, `${what} kept of ${count(figures.kept.count)} bytes. `, more));
  }
  element('detail').replaceChildren(...[...head(file, at, unit), ...parts].filter((child) => child !== undefined));
}
