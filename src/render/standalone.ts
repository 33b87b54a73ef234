/**
 * A Program as one C file: the core's own sources, as far as the Program uses them, with the Program as constants and the functions
 * that update.ts renders. Native/standalone has what is written for this alone: the file that includes all the others, and main().
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeProgram, programHash } from '../lower/index.js';
import { TEXTS } from '../text/texts.js';
import { amalgamate, functionsOf } from './amalgamate.js';
import type { Comments } from './comments.js';
import { renderModel } from './model.js';
import { isByNibbles, type NetworkStage } from './network.js';
import type { Finder } from './preprocess.js';

export interface StandaloneOptions {
  /** What a shipped Program is called; without, archives carry the Program. */
  readonly name: string | undefined;
  /** As in the compressor's options; 0: none. */
  readonly memory: number;
  readonly segment: number;
  readonly snapshot: number;
  /** What the compressor's text transform takes words from. Without 'dict' there is no text transform, and archives with one are refused. */
  readonly text: 'none' | 'dict';
  /** With 'dict': frontText() as an archive of this very model. */
  readonly dictionary?: Uint8Array | undefined;
  /** decoder: without what compresses. */
  readonly only?: 'decoder' | undefined;
  /** Besides the first lines. */
  readonly comments: Comments;
  /** The first lines of the file, without comment marks. */
  readonly title: readonly string[];
}

/* Where an #include is looked for, in this order: what is written for one program stands for the core's; what is plain, for what it can do without. */
const folders = ['standalone', '.', 'include'];

/* Without the lines that tell a profile of the work (core/profile.h): nobody profiles an exported program. */
const unwatched = (text: string): string => text.replace(/^ *kolmo_watch\w*\(.*\);\n/gm, '');

function finder(native: string, made: ReadonlyMap<string, string>, plain = false): Finder {
  return (path) => {
    const text = made.get(path);
    if (text !== undefined) return { name: path, text };
    for (const folder of [...(plain ? ['standalone/plain'] : []), ...folders]) {
      const file = join(native, folder, path);
      if (existsSync(file)) return { name: folder.startsWith('standalone') ? `standalone/${path}` : path, text: unwatched(readFileSync(file, 'utf8')) };
    }
    return undefined;
  };
}

const perLine = 20;

function bytesText(name: string, comment: string, bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let i = 0; i < bytes.length; i += perLine) lines.push(`  ${Array.from(bytes.subarray(i, i + perLine), (byte) => `${byte},`).join(' ')}\n`);
  return `/* ${comment} */\nstatic const uint8_t ${name}[] = {\n${lines.join('')}};\n`;
}

/* What archives say of the model, and the compressor's options. */
function nameText(program: Uint8Array, { name, memory, segment, snapshot, text }: StandaloneOptions): string {
  const carried = name === undefined ? program.length : 0;
  return `/* How archives name the model, and what they are made with. */
#define MODEL_NAME "${name ?? ''}"
#define MODEL_HASH 0x${programHash(program).toString(16).padStart(16, '0')}u
#define MODEL_CARRIED ${carried} /* bytes of it in each archive's header */
#define MODEL_MEMORY ${memory}u /* caps; 0: none */
#define MODEL_SEGMENT ${segment}u
#define MODEL_SNAPSHOT ${snapshot}u
#define MODEL_TEXT ${TEXTS.indexOf(text)} /* 0: no text transform; 1: by the dictionary */
${carried > 0 ? bytesText('model_bytes', 'The model as archives carry it.', program) : 'static const uint8_t model_bytes[1] = {0}; /* they only name it */\n'}`;
}

const english = (native: string): string => readFileSync(join(native, 'core/text/english.c'), 'utf8');

/** The shipped dictionary's words, front-coded as the core has them: ASCII. */
export function frontText(native: string): Uint8Array {
  const lines = [...english(native).matchAll(/^ {2}(".*"),$/gm)].map(([, text = '""']) => JSON.parse(text) as string);
  return Buffer.from(lines.join(''), 'latin1');
}

/* In place of the core's english.c. */
function dictionaryFiles(native: string, dictionary: Uint8Array): readonly (readonly [string, string])[] {
  const found = english(native).match(/^const .* kolmo_english_(hash|bytes) = .*;\n/gm) ?? [];
  return [
    ['core/text/english.c', `#include "core/text/vocabulary.h"\n\n${found.join('')}`],
    ['model/dictionary.h', `enum { DICTIONARY_BYTES = ${frontText(native).length} };\n${bytesText('dictionary', 'The dictionary, as an archive of this model.', dictionary)}`],
  ];
}

/* Files of the core that read Programs: standalone/program.c and what is rendered stand for them. */
const replaced = new Set(['core/parse.c', 'core/interpret.c']);

/* The core's files; what the model does not need of them is left out later. */
function sourcesText(native: string, text: boolean): string {
  const files = readFileSync(join(native, 'sources.txt'), 'utf8')
    .split(/\r?\n/)
    .map((line) => line.replace(/^native\//, ''))
    .filter((file) => file.startsWith('core/') && !file.startsWith('core/ops/') && !(file.startsWith('core/text/') && !text) && !replaced.has(file));
  return files.map((file) => `#include "${file}"\n`).join('');
}

/* What it uses of what networks may, and whether its archives have segments. Where KOLMO_USES is not defined, in the core, that is all. */
function usesText(networks: readonly NetworkStage[], segment: number): string {
  const uses = {
    SEGMENTS: segment > 0,
    CLIP: networks.some(({ clip }) => clip > 0),
    LATER: networks.some(({ delay, replay, credit }) => delay + replay > 0 || credit > 1),
    CREDIT: networks.some(({ credit }) => credit > 1),
    NIBBLES: networks.some(isByNibbles),
    WHEN: networks.some(({ when }) => when !== undefined),
    FALL: networks.some(({ fall }) => fall > 0),
    MASKED: networks.some(({ ops }) => ops.some(({ op }) => op === 'MASKED')),
  };
  const names = Object.entries(uses).flatMap(([name, used]) => (used ? [`_${name}`] : []));
  return ['', ...names].map((name) => `#define KOLMO_USES${name}\n`).join('');
}

/* What the path that is compiled for has. */
function stepText(step: string, network: boolean): string {
  return `${network ? '#include "core/network/attend.h"\n#include "core/network/masked.h"\n#include "core/network/rounding.h"\n' : ''}${step}
typedef void kolmo_update(kolmo_model *m, unsigned bit);

static kolmo_update *const updates[] = {update_model, begin_model};

const kolmo_kernels KOLMO_KERNELS(KOLMO_PATH) = {.name = KOLMO_NAME(KOLMO_PATH), .updates = updates};
`;
}

/** What the compiler may be told; any other macro of ours is decided when the file is written. */
const switches = [
  'KOLMO_COMP',
  'KOLMO_DECOMP',
  'KOLMO_COMP9',
  'KOLMO_MAIN_ONLY',
  'KOLMO_MODEL_ONLY',
  'KOLMO_SCALAR',
  ...['scalar', 'avx2', 'avx512', 'neon'].map((path) => `KOLMO_NO_${path}`),
];
const coding = new Set(['KOLMO_COMP', 'KOLMO_COMP9']);

/**
 * The text of kolmo.c.
 * @param native the package's folder of that name
 * @param program Program bytes
 */
export function renderStandalone(native: string, program: Uint8Array, options: StandaloneOptions): string {
  const { dictionary } = options;
  const decoded = decodeProgram(program);
  const functions = functionsOf('core/render.h', finder(native, new Map()));
  const networks = decoded.stages.filter((stage) => stage.op === 'NETWORK');
  const { stages, step, layout } = renderModel(decoded, (name) => functions.has(name));
  const made = new Map([
    ['model/name.h', `#ifndef KOLMO_MODEL_NAME_H\n#define KOLMO_MODEL_NAME_H\n${nameText(program, options)}#endif\n`],
    ['model/sources.h', sourcesText(native, dictionary !== undefined)],
    ['model/stages.h', stages],
    ['model/step.h', stepText(step, networks.length > 0)],
    ['model/uses.h', usesText(networks, options.segment)],
    ...(dictionary === undefined ? [] : dictionaryFiles(native, dictionary)),
    ['model/layout.h', layout],
  ]);
  const text = amalgamate({
    root: 'standalone/kolmo.c',
    find: finder(native, made, dictionary === undefined),
    keep: ['main', 'KOLMO_KERNELS'],
    open: options.only === 'decoder' ? switches.filter((name) => !coding.has(name)) : switches,
    comments: options.comments,
    never: ['__cplusplus', '_M_X64'],
    always: ['__GNUC__'],
  });
  return `/* ${options.title.join('\n * ').replace(/ +$/gm, '')} */\n${text}`;
}
