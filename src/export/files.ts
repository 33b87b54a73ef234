/** The files of an exported program. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Graph } from '../graph/index.js';
import { lower } from '../lower/index.js';
import { memoryUsage } from '../memory.js';
import { checkProgram, native, packageRoot } from '../native.js';
import { compressSync } from '../index.js';
import type { Comments } from '../render/comments.js';
import { frontText, renderStandalone } from '../render/standalone.js';
import { describe } from './describe.js';

export interface ExportOptions {
  readonly graph: Graph;
  /** As compressors take them; 0: none. */
  readonly memory: number;
  readonly segment: number;
  readonly snapshot: number;
  /** What its compressor's words become codes by. Without 'dict' it has no dictionary, and restores no archive that names it. */
  readonly text: 'none' | 'dict';
  /** Without what compresses. */
  readonly decoder: boolean;
  /** Of kolmo.c. */
  readonly comments: Comments;
  /** What was asked for, as a line of shell. */
  readonly command: string;
}

/** What an export says of itself in export.json, for `export verify`. */
export interface Manifest {
  readonly kolmo: string;
  readonly command: string;
  /** Of the Program: as archives name it. */
  readonly hash: string;
  readonly programs: readonly string[];
  /** Bytes of tables that the programs carry: the dictionary, coded. */
  readonly tables: number;
  /** Bytes of model state for inputs of up to 2^i bytes, i from 0. */
  readonly memory: readonly number[];
}

const SIZE_CLASSES = 40;

/** The lines of native/flags.txt that decide what is computed, and the warnings; what is left is for speed and for libraries. */
function flags(root: string): string {
  const lines = readFileSync(join(root, 'native/flags.txt'), 'utf8').split(/\r?\n/);
  return lines.filter((line) => line.startsWith('-') && !/^-O|visibility/.test(line)).join(' ');
}

const meanings = {
  comp: '  KOLMO_COMP     comp IN OUT      compresses IN to OUT, the bytes that kolmo writes with the same options',
  decomp: '  KOLMO_DECOMP   decomp IN OUT    restores it',
  comp9: '  KOLMO_COMP9    comp9 IN         compresses IN to archive9: a copy of itself that holds the data and, run with no arguments, writes data9',
} as const;

type ProgramName = keyof typeof meanings;

const programsOf = (decoder: boolean): readonly ProgramName[] => (decoder ? ['decomp'] : ['comp', 'decomp', 'comp9']);

function makefile(root: string, decoder: boolean): string {
  const programs = programsOf(decoder);
  const rules = programs.map((name) => `
${name}: $(SOURCE) $(MODELS)
	$(CC) $(MAIN) -DKOLMO_${name.toUpperCase()} -o $@ $< $(MODELS) $(LDFLAGS)
`);
  return readFileSync(join(root, 'native/standalone/Makefile'), 'utf8')
    .replaceAll('@PROGRAMS@', programs.join(' '))
    .replace('@FLAGS@', flags(root))
    .replace('@RULES@', rules.join(''));
}

function readme({ command, decoder, graph, text }: ExportOptions, version: string): string {
  return `# ${decoder ? 'A kolmo decompressor' : 'A kolmo compressor'} for one model, \`${graph.name}\`

Made by kolmo ${version} with

    ${command}

\`kolmo.c\` is all of it: C11 and a C library, nothing else; no libm. \`make\` builds

    ${decoder ? '' : 'comp IN OUT      compresses IN to OUT: the very bytes that kolmo writes with the same options, --kind and --text told\n    '}decomp IN OUT    restores what ${decoder ? 'kolmo' : 'comp, or kolmo,'} wrote with this model${text === 'none' ? ' and `--text none`' : ''}${decoder ? '' : '\n    comp9 IN         writes archive9, a program that holds IN compressed and, run with no arguments, writes data9'}

CC, CFLAGS and LDFLAGS are honoured (examples are in the Makefile, which takes GNU make). On x86-64 the model is compiled for AVX2 and for AVX-512, the better of which
is taken (KOLMO_CPU=avx2 forces one); \`make ALL=1\` adds a code path for older CPUs. The archive is the same on each. By hand, for one path:

    cc -O3 ${'-ffp-contract=off -fno-math-errno'} -DKOLMO_${decoder ? 'DECOMP' : 'COMP'} -o ${decoder ? 'decomp' : 'comp'} kolmo.c

A file that exists is never overwritten. What goes wrong is told in a line on standard error, the exit status is 1, and no output is
left. Archives are checked: a damaged or hostile one ends like that, too.
${decoder ? '' : `
\`kolmo export verify\` builds it offline, compresses and restores a file on one core, and tells sizes, times and memory, also as they would
be for 10⁹ bytes.

DESCRIPTION.md says what the model does. \`sh kit.sh FILE\` makes kit/: what a submission to the Hutter Prize consists of (entry.env, archive9, and
comp9.tar.gz with install.sh, build.sh and all sources).
`}`;
}

/* KEY=VALUE lines, of bare file names. */
const entry = `ENTRY_FORMAT=self-extracting
EXECUTION_PLATFORM=linux-x86_64
SOURCE_PACKAGE=comp9.tar.gz
COMPRESSOR=comp9
COMPRESSOR_FORMAT=executable
COMPRESSOR_ARGUMENTS=comp9.args
ARCHIVE=archive9
ARCHIVE_FORMAT=executable
DECOMPRESSED_OUTPUT=data9
`;

/** Writes the files into a folder, which is made if it is not there; returns their names. */
export function writeExport(folder: string, options: ExportOptions): readonly string[] {
  const root = packageRoot();
  const { graph, decoder, memory, segment, snapshot, text, command } = options;
  const program = lower(graph);
  const { hash, name } = checkProgram(program, undefined, memory);
  const version = native().version;
  const programs = programsOf(decoder);
  const given = { memory: memory || undefined, segment: segment || undefined, snapshot: snapshot || undefined };
  const dictionary = text === 'dict' ? compressSync(frontText(join(root, 'native')), { graph, text: 'none', memory: given.memory }) : undefined;
  const manifest: Manifest = {
    kolmo: version,
    command,
    hash,
    programs,
    tables: dictionary?.length ?? 0,
    memory: Array.from({ length: SIZE_CLASSES + 1 }, (_, i) => memoryUsage({ graph, size: 2 ** i, ...given }).decompress),
  };
  const title = [
    `The model ${graph.name}${name === null ? '' : `, as of ${name}`}, by kolmo ${version}, as one file. MIT licence (LICENSE). Made with`,
    '',
    `  ${command}`,
    '',
    'What it becomes is told by a macro:',
    '',
    ...programs.map((program) => meanings[program]),
  ];
  const own = (file: string): string => readFileSync(join(root, 'native/standalone', file), 'utf8');
  const files: Record<string, string> = {
    'kolmo.c': renderStandalone(join(root, 'native'), program, { name: name ?? undefined, memory, segment, snapshot, text, dictionary, only: decoder ? 'decoder' : undefined, comments: options.comments, title }),
    Makefile: makefile(root, decoder),
    'README.md': readme(options, version),
    'DESCRIPTION.md': describe(graph, text === 'dict'),
    LICENSE: readFileSync(join(root, 'LICENSE'), 'utf8'),
    'export.json': `${JSON.stringify(manifest, null, 2)}\n`,
  };
  if (!decoder) Object.assign(files, { 'install.sh': own('install.sh'), 'build.sh': own('build.sh'), 'kit.sh': own('kit.sh'), 'comp9.args': 'enwik9\n', 'entry.env': entry });
  mkdirSync(folder, { recursive: true });
  for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content, { mode: file.endsWith('.sh') ? 0o755 : 0o644 });
  return Object.keys(files);
}
