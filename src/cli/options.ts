/** The one table of the command's options, and how arguments become Settings. */
import { availableParallelism } from 'node:os';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { type NetworkChoice, networkChoices } from '../graph/index.js';
import { DEFAULT_SCORE } from '../export/limits.js';
import { constants } from '../index.js';
import { type Kind, kinds } from '../kinds/kinds.js';
import { DEFAULT_LEVEL } from '../models/levels.js';
import { commentChoices, type Comments } from '../render/comments.js';
import { type Text, TEXTS } from '../text/texts.js';
import { topicNames } from './help.js';
import { CliError } from './messages.js';

export type Mode = 'compress' | 'decompress' | 'test' | 'list' | 'bench' | 'graph' | 'export' | 'report' | 'profile' | 'help';

export interface Settings {
  mode: Mode;
  /** At least one; `-` is stdin, but not of `report`. Of `help`: the topics. Of `export`: none, or verify and a folder. Of `profile`: a file, or two profiles. */
  files: string[];
  /** Folders stand for the files in them. */
  recursive: boolean;
  version: boolean;
  /** 1…9 */
  level: number;
  kind: Kind | 'auto';
  /** undefined: as the level has it */
  text: Text | 'auto' | undefined;
  stdout: boolean;
  output: string | undefined;
  force: boolean;
  remove: boolean;
  quiet: boolean;
  verbose: boolean;
  progress: boolean;
  json: boolean;
  /** bytes */
  memory: number | undefined;
  /** cost units per byte */
  maxCost: number | undefined;
  /** bytes */
  maxOutput: number | undefined;
  /** raw bytes per segment */
  segment: number | undefined;
  /** raw bytes that later segments know from the start */
  snapshot: number | undefined;
  threads: number;
  /** offsets of the first byte and behind the last */
  range: readonly [number, number] | undefined;
  graph: string | undefined;
  /** `node.param=value`, in the order given */
  set: string[];
  network: NetworkChoice | undefined;
  /** export: the decompressor alone. */
  decoder: boolean;
  /** export: how much of the comments kolmo.c has. */
  comments: Comments | undefined;
  /** export verify: what it is tried on. */
  input: string | undefined;
  /** export verify: Geekbench 5 score of the judges' machine. */
  score: number;
  /** profile: two of them, one after the other. */
  compare: boolean;
  /** profile: code without each node, too. */
  ablate: boolean;
  /** profile: the file for the trace. */
  trace: string | undefined;
  /** profile: one burst of bytes in so many is timed. */
  every: number | undefined;
  /** profile: each mark waits for what came before. */
  fenced: boolean;
}

interface Row {
  group: string;
  flags: string;
  meaning: string;
  parse?: (text: string) => number | readonly [number, number];
  choices?: readonly string[];
  repeatable?: true;
}

const SUFFIXES: Readonly<Record<string, number>> = { '': 1, K: 2 ** 10, M: 2 ** 20, G: 2 ** 30, T: 2 ** 40 };

/** "64K", "1.5G", "2GiB" or plain bytes; suffixes are powers of 1024. */
export function parseSize(text: string): number {
  const match = /^(\d+(?:\.\d+)?)(?:([KMGT])(?:i?B)?)?$/i.exec(text);
  const value = match ? Number(match[1]) * (SUFFIXES[(match[2] ?? '').toUpperCase()] ?? 1) : 0;
  if (!Number.isSafeInteger(Math.floor(value)) || value < 1) {
    throw new InvalidArgumentError('A size is a positive number of bytes, or one with K, M, G or T.');
  }
  return Math.floor(value);
}

function parseCount(text: string): number {
  const value = /^\d+$/.test(text) ? Number(text) : 0;
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError('It is a positive whole number.');
  return value;
}

function parseThreads(text: string): number {
  const value = /^\d+$/.test(text) ? Number(text) : -1;
  if (value < 0 || value > constants.MAX_THREADS) throw new InvalidArgumentError(`It is a number from 0 (as many as there are CPUs) to ${constants.MAX_THREADS}.`);
  return value === 0 ? Math.min(availableParallelism(), constants.MAX_THREADS) : value;
}

function parseRange(text: string): readonly [number, number] {
  const [, first, end] = /^(\d+)-(\d*)$/.exec(text) ?? [];
  const range = [Number(first), end === '' ? Number.MAX_SAFE_INTEGER : Number(end)] as const;
  if (first === undefined || !range.every(Number.isSafeInteger) || range[0] > range[1]) {
    throw new InvalidArgumentError('A range is FIRST-END: offsets of the first byte and behind the last, which may be left out.');
  }
  return range;
}

function parseLevel(text: string): number {
  if (!/^[1-9]$/.test(text)) throw new InvalidArgumentError('A level is a digit from 1 to 9.');
  return Number(text);
}

const MODES = 'What to do (the last one wins):';
const FILES = 'Files:';
const MODEL = 'Model:';
const SEGMENTS = 'Segments (kolmo help segments):';
const LIMITS = 'Limits (SIZE takes K, M, G):';
const EXPORT = 'Export (kolmo help export):';
const PROFILE = 'Profile (kolmo help profile):';
const REPORTS = 'Messages:';

/* The rows -1 … -9 differ in their digit only; they share the first one's line in the help. */
const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9];

const table: readonly Row[] = [
  { group: MODES, flags: '-z, --compress', meaning: 'compress FILE to FILE.kolmo (what it does unless told otherwise)' },
  { group: MODES, flags: '-d, --decompress', meaning: 'restore FILE.kolmo to FILE' },
  { group: MODES, flags: '-t, --test', meaning: 'decode and verify, write nothing' },
  { group: MODES, flags: '-l, --list', meaning: 'tell what archives hold; decodes nothing' },
  { group: MODES, flags: '-b, --bench <level>', meaning: 'measure a level (-b1 … -b9) on FILE in memory: size, speed, memory', parse: parseLevel },
  { group: FILES, flags: '-r, --recursive', meaning: 'work on all files in folders: archives, or what is none' },
  { group: FILES, flags: '-c, --stdout', meaning: 'write to standard output; sources are kept' },
  { group: FILES, flags: '-o, --output <file>', meaning: 'write to this file; a device or pipe is written directly' },
  { group: FILES, flags: '-f, --force', meaning: 'replace an existing output; allow binary data on a terminal' },
  { group: FILES, flags: '-k, --keep', meaning: 'keep the source (what it does unless --rm is given)' },
  { group: FILES, flags: '--rm', meaning: 'remove the source once its output is complete' },
  ...digits.map((n) => ({
    group: MODEL,
    flags: `-${n}`,
    meaning: `level: fast … small (default ${DEFAULT_LEVEL}); each level's need is shown by "kolmo graph -N"`,
  })),
  { group: MODEL, flags: '--kind <kind>', meaning: 'what the data are, for levels 5 to 9; auto: by the first 64 KiB', choices: ['auto', ...kinds] },
  { group: MODEL, flags: '--text <words>', meaning: 'what data become before they are coded: words codes by the shipped dictionary (dict), words of the data (words) or pieces of them (bpe), addresses in machine code absolute (code) (default auto from level 4, else none)', choices: ['auto', ...TEXTS] },
  { group: MODEL, flags: '--graph <file>', meaning: 'use the model graph in this JSON file in place of a level\'s' },
  { group: MODEL, flags: '--set <node.param=value>', meaning: 'change one parameter of the graph (may be repeated)', repeatable: true },
  { group: MODEL, flags: '--network <int8|fp32|off>', meaning: 'how the neural network of levels 4 to 9, or --graph\'s, runs (default int8)' },
  { group: MODEL, flags: '--no-network', meaning: 'the same as --network off' },
  { group: SEGMENTS, flags: '--segment <size>', meaning: 'start the model anew every SIZE bytes of input, 64K to 1G', parse: parseSize },
  { group: SEGMENTS, flags: '--snapshot <size>', meaning: 'later segments start from what was learned in SIZE bytes of the first', parse: parseSize },
  { group: SEGMENTS, flags: '-T, --threads <n>', meaning: 'work on n segments at once (0: one for each CPU; default 1)', parse: parseThreads },
  { group: SEGMENTS, flags: '--range <first-end>', meaning: 'with -d: restore these bytes only, decoding no more segments than needed', parse: parseRange },
  { group: LIMITS, flags: '--memory <size>', meaning: 'caps the model when compressing; refuses archives that need more when decoding (default there 2G)', parse: parseSize },
  { group: LIMITS, flags: '--max-cost <n>', meaning: 'refuse archives whose model costs more units per byte (a unit is about 1 ns)', parse: parseCount },
  { group: LIMITS, flags: '--max-output <size>', meaning: 'stop with an error when the output would be larger', parse: parseSize },
  { group: EXPORT, flags: '--decoder', meaning: 'export the decompressor alone' },
  { group: EXPORT, flags: '--comments <how>', meaning: 'of an exported kolmo.c: whole, the beginning of each (unless told otherwise), none', choices: commentChoices },
  { group: EXPORT, flags: '--input <file>', meaning: 'with export verify: what is compressed and restored' },
  { group: EXPORT, flags: '--score <n>', meaning: `with export verify: Geekbench 5 score (one core) of the machine that time limits are for (default ${DEFAULT_SCORE})`, parse: parseCount },
  { group: PROFILE, flags: '--trace <file>', meaning: 'write a trace that ui.perfetto.dev and Chrome open, too' },
  { group: PROFILE, flags: '--ablate', meaning: 'code without each node, to tell what it saves: a coding a node' },
  { group: PROFILE, flags: '--compare', meaning: 'FILE FILE are two profiles as --json writes them: what changed, op by op' },
  { group: PROFILE, flags: '--every <n>', meaning: 'time one burst of 64 bytes in n (default 4; 1, all, for short files)', parse: parseCount },
  { group: PROFILE, flags: '--fenced', meaning: 'time each stage alone, without the overlap that makes it fast' },
  { group: REPORTS, flags: '-q, --quiet', meaning: 'print errors only' },
  { group: REPORTS, flags: '-v, --verbose', meaning: 'tell about each file, on a terminal or not' },
  { group: REPORTS, flags: '--no-progress', meaning: 'no progress bar' },
  { group: REPORTS, flags: '--json', meaning: 'print JSON (with -l, -b, graph, export verify, profile or --version)' },
  { group: REPORTS, flags: '-V, --version', meaning: 'print the version; with --json also the CPU paths' },
];

const extra = (): string => `
kolmo help [TOPIC]
tells more: ${topicNames().join(', ')}

kolmo graph [-1 … -9] [--kind KIND] [--graph FILE.json] [--set node.param=value] [--network int8|fp32|off] [--json]
prints a model graph, for people or as JSON; a file named graph is given as ./graph.

kolmo export [-1 … -9] [--kind KIND] … [--decoder] -o DIR
writes the model as one C program. kolmo export verify DIR --input FILE builds, tries and measures it.

kolmo report FILE [-1 … -9] [--kind KIND] … [-o REPORT.html]
compresses FILE and writes a page that shows what each byte cost, and why (FILE.report.html unless told otherwise).

kolmo profile [-1 … -9] … [--ablate] [--trace FILE] [--json] FILE
tells where the time of compressing FILE goes, and what it buys. kolmo profile --compare A.json B.json tells what changed.

With no FILE, or when FILE is -, it reads standard input and writes standard output.
Exit status: 0 when all went well, 1 when anything failed.`;

function build(): Command {
  const command = new Command('kolmo')
    .usage('[options] [FILE...]\n       kolmo graph [options]\n       kolmo export [options] -o DIR\n       kolmo report [options] FILE\n       kolmo profile [options] FILE\n       kolmo help [TOPIC]')
    .description('Lossless compression that learns while it codes.')
    .argument('[FILE...]')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', extra)
    .allowExcessArguments(true)
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
    .configureHelp({
      visibleArguments: () => [],
      optionTerm: (option) => (option.flags === '-1' ? '-1 … -9' : option.flags),
    });
  for (const row of table) {
    const option = new Option(row.flags, row.meaning).helpGroup(row.group);
    if (/^-[2-9]$/.test(row.flags)) option.hideHelp();
    if (row.parse) option.argParser(row.parse);
    if (row.choices) option.choices(row.choices);
    if (row.repeatable) {
      option.argParser((value: string, all: string[] | undefined) => [...(all ?? []), value]);
    }
    command.addOption(option);
  }
  return command;
}

interface Values {
  stdout?: true;
  output?: string;
  force?: true;
  quiet?: true;
  verbose?: true;
  progress: boolean;
  json?: true;
  version?: true;
  memory?: number;
  maxCost?: number;
  maxOutput?: number;
  segment?: number;
  snapshot?: number;
  threads?: number;
  range?: readonly [number, number];
  bench?: number;
  recursive?: true;
  kind?: Kind | 'auto';
  text?: Text | 'auto';
  graph?: string;
  set?: string[];
  network?: string | false;
  decoder?: true;
  comments?: Comments;
  input?: string;
  score?: number;
  compare?: true;
  ablate?: true;
  trace?: string;
  every?: number;
  fenced?: true;
}

const wrong = (message: string): CliError => new CliError(message, 'ERR_OPTION', true);

/** True when `--` stands before every operand, so that none of them names a subcommand. */
function allAreFiles(argv: readonly string[], operands: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return end >= 0 && argv.length - end - 1 === operands.length;
}

function networkOf(given: string | false | undefined): NetworkChoice | undefined {
  if (given === false) return 'off';
  const choice = networkChoices.find((name) => name === given);
  if (choice === undefined && given !== undefined) throw wrong(`--network takes ${networkChoices.join(', ')}, not '${given}'`);
  return choice;
}

function check(settings: Settings, asked: Mode | undefined): void {
  const { mode, files } = settings;
  if (mode === 'graph') {
    if (asked !== undefined) throw wrong('graph is a subcommand; give a file of that name as ./graph');
    if (files.length > 0) throw wrong('graph takes no FILE; a graph is named with --graph FILE.json');
  }
  const verifies = mode === 'export' && files[0] === 'verify';
  if (mode === 'export') {
    if (verifies && (files.length !== 2 || settings.input === undefined)) throw wrong('export verify takes the folder of an export, and --input FILE');
    if (!verifies && files.length > 0) throw wrong('export takes no FILE; a file of that name is given as ./export');
    if (!verifies && settings.output === undefined) throw wrong('export takes -o DIR, where the files go');
  }
  if (mode === 'report') {
    if (files.length !== 1 || files[0] === '-') throw wrong('report takes one FILE; a file of that name is given as ./report');
    if (settings.segment !== undefined) throw wrong('--segment does not go with report: its page shows one model learning from start to end');
  }
  if (mode !== 'export' || verifies) {
    if (settings.decoder) throw wrong('--decoder goes with export');
    if (settings.comments !== undefined) throw wrong('--comments goes with export');
  }
  if (mode === 'profile') {
    if (settings.compare && (files.length !== 2 || files.includes('-'))) throw wrong('profile --compare takes two files that profile --json wrote');
    if (!settings.compare && (files.length !== 1 || files.includes('-'))) throw wrong('profile takes one FILE; a file of that name is given as ./profile');
    if (settings.segment !== undefined) throw wrong('profile codes in one segment');
  }
  for (const name of ['compare', 'ablate', 'trace', 'every', 'fenced'] as const) {
    if (settings[name] !== undefined && settings[name] !== false && mode !== 'profile') throw wrong(`--${name} goes with profile`);
  }
  if (settings.input !== undefined && !verifies) throw wrong('--input goes with export verify');
  if (settings.json && mode !== 'list' && mode !== 'bench' && mode !== 'graph' && mode !== 'profile' && !verifies && !settings.version) {
    throw wrong('--json goes with -l, -b, graph, export verify, profile or --version');
  }
  if (settings.range !== undefined && mode !== 'decompress') throw wrong('--range goes with -d');
  if (settings.snapshot !== undefined && settings.segment === undefined) throw wrong('--snapshot goes with --segment');
  if (settings.threads > 1 && mode === 'compress' && settings.segment === undefined) {
    throw wrong('-T goes with --segment when compressing: within a segment bit is coded after bit');
  }
  if (settings.output !== undefined) {
    if (settings.stdout) throw wrong('-o and -c exclude each other');
    if (mode === 'compress' || mode === 'decompress') {
      if (files.length > 1) throw wrong('-o takes one FILE; use -c to join several outputs');
    } else if (mode !== 'report' && (mode !== 'export' || verifies)) throw wrong('-o goes with -z, -d, export or report');
  }
  if (files.filter((name) => name === '-').length > 1) throw wrong('standard input can be read only once');
  if (files.includes('')) throw wrong('a file name is empty');
  if (settings.graph !== undefined && settings.kind !== 'auto') throw wrong('--kind and --graph exclude each other');
  for (const text of settings.set) {
    if (!/^[^=]+\.[^=.]+=/.test(text)) throw wrong(`--set takes node.param=value, not '${text}'`);
  }
}

/**
 * Arguments (without node and the script) to Settings.
 * Throws CliError for wrong ones; returns undefined when the help was printed.
 */
export function parse(argv: readonly string[]): Settings | undefined {
  const command = build();
  let asked: Mode | undefined;
  let level = DEFAULT_LEVEL as number;
  let remove = false;
  for (const mode of ['compress', 'decompress', 'test', 'list', 'bench'] as const) {
    command.on(`option:${mode}`, () => {
      asked = mode;
    });
  }
  for (const n of digits) {
    command.on(`option:${n}`, () => {
      level = n;
    });
  }
  command.on('option:rm', () => {
    remove = true;
  });
  command.on('option:keep', () => {
    remove = false;
  });
  try {
    command.parse([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return undefined;
    throw wrong(error.message.replace(/^error: /, '').replace(/\n/g, ' '));
  }
  const values: Values = command.opts<Values & Record<string, unknown>>();
  const operands = command.args;
  const isCommand = (name: string): boolean => operands[0] === name && asked === undefined && !allAreFiles(argv, operands);
  const isGraph = operands[0] === 'graph' && !allAreFiles(argv, operands);
  const isHelp = isCommand('help');
  const isExport = isCommand('export');
  const isReport = isCommand('report');
  const isProfile = isCommand('profile');
  const isSubcommand = isGraph || isHelp || isExport || isReport || isProfile;
  const settings: Settings = {
    mode: isGraph ? 'graph' : isHelp ? 'help' : isExport ? 'export' : isReport ? 'report' : isProfile ? 'profile' : (asked ?? 'compress'),
    files: isSubcommand ? operands.slice(1) : operands,
    recursive: values.recursive ?? false,
    version: values.version ?? false,
    level: asked === 'bench' ? (values.bench ?? level) : level,
    kind: values.kind ?? 'auto',
    text: values.text,
    stdout: values.stdout ?? false,
    output: values.output,
    force: values.force ?? false,
    remove,
    quiet: values.quiet ?? false,
    verbose: values.verbose ?? false,
    progress: values.progress,
    json: values.json ?? false,
    memory: values.memory,
    maxCost: values.maxCost,
    maxOutput: values.maxOutput,
    segment: values.segment,
    snapshot: values.snapshot,
    threads: values.threads ?? 1,
    range: values.range,
    graph: values.graph,
    set: values.set ?? [],
    network: networkOf(values.network),
    decoder: values.decoder ?? false,
    comments: values.comments,
    input: values.input,
    score: values.score ?? DEFAULT_SCORE,
    compare: values.compare ?? false,
    ablate: values.ablate ?? false,
    trace: values.trace,
    every: values.every,
    fenced: values.fenced ?? false,
  };
  check(settings, asked);
  if (!isSubcommand && settings.files.length === 0) settings.files = ['-'];
  return settings;
}
