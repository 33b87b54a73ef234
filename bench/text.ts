/**
 * `bench text`: the text transforms beside each other, by the context mixing, the network, and both: bytes and microseconds at several sizes, and what the
 * network saves as a file goes on. Makes bench/text.csv and tables of it; goes on where it was interrupted.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkGraph, type Graph, setNetworks } from '../src/graph/index.js';
import { type CompressOptions, compressSync } from '../src/index.js';
import { lower } from '../src/lower/index.js';
import { levelOf } from '../src/models/levels.js';
import { native } from '../src/native.js';
import { comparableBytes } from '../src/profile/ablate.js';
import { type Frames, framesOf } from '../src/report/frames.js';
import { chosenFiles, contents, corpusFiles } from './corpora.js';
import { writeSection } from './document.js';
import { measureHere } from './measure.js';
import { progress, progressDone } from './options.js';
import { pareto } from './pareto.js';
import { root, userPath } from './root.js';
import { fixed, layout, signed, thousands } from './table.js';
import { writeWhole } from './whole.js';

export interface TextBenchOptions {
  /** The text of Debian's dict-gcide; KOLMO_GCIDE where it is not given. */
  readonly gcide?: string;
  readonly anew?: boolean;
  readonly markdown?: boolean;
  readonly write?: boolean;
}

const LEVEL = 5;
const transforms = ['none', 'dict', 'words', 'bpe'] as const;
const models = ['both', 'CM alone', 'network alone'] as const;
type Model = (typeof models)[number];

/** Raw offsets that the network's gain is told at. */
const OFFSETS = [5, 10, 20].map((mega) => mega * 2 ** 20);

/** One coding. */
export interface Coding {
  readonly sample: string;
  readonly bytes: number;
  readonly text: (typeof transforms)[number];
  readonly model: Model;
  /** Less an embedded Program. */
  readonly archive: number;
  /** User and system time. */
  readonly seconds: number;
  /** Archive bytes that stand for the input up to those of OFFSETS that it has. */
  readonly until: readonly number[];
}

/** The graph with nothing but the network's bits before its output, and no byte left to others. */
export function networkAlone(graph: Graph): Graph {
  const mix = graph.nodes.find(({ type }) => type === 'mixer');
  const bits = graph.nodes.find(({ type }) => type === 'bits');
  if (mix?.type !== 'mixer' || bits?.type !== 'bits') throw new Error('a graph without a network');
  const nodes = graph.nodes.map((node) => {
    if (node === bits) return { ...bits, when: 'always' as const };
    return node === mix ? { ...mix, inputs: [bits.id], select: [[]], weight: 8_192 } : node;
  });
  return checkGraph({ ...graph, name: 'network', nodes, output: [mix.id] });
}

/* In place of the level's; undefined: that is it. */
function graphOf(model: Model): Graph | undefined {
  const { graph } = levelOf(LEVEL);
  if (model === 'both') return undefined;
  return model === 'CM alone' ? setNetworks(graph, 'off') : networkAlone(graph);
}

/** What an archive has for the input's bytes up to an offset at which a block ends. */
function codedUntil({ headerBytes, blocks }: Frames, offset: number): number {
  let [raw, coded] = [0, headerBytes];
  for (const block of blocks) {
    if (raw >= offset) break;
    raw += block.raw;
    coded += block.payload;
  }
  return coded;
}

function code(sample: string, data: Buffer, text: Coding['text'], model: Model): Coding {
  const graph = graphOf(model);
  const options: CompressOptions = graph === undefined ? { level: LEVEL, kind: 'text' } : { graph };
  const { result, cpu } = measureHere(() => compressSync(data, { ...options, text }));
  const archive = graph === undefined ? result.length : comparableBytes(result, lower(graph));
  const frames = framesOf(result);
  const until = OFFSETS.filter((offset) => offset <= data.length).map((offset) => codedUntil(frames, offset) - (result.length - archive));
  return { sample, bytes: data.length, text, model, archive, seconds: cpu, until };
}

const path = join(root, 'bench/text.csv');
const HEAD = 'sample,bytes,text,model,archive,seconds,until';
const revision = (): string => `# op-set revision ${native().constants['OPSET_REVISION'] ?? '?'}`;

/** Codings of this op-set revision as CSV. */
export function formatCodings(codings: readonly Coding[]): string {
  const lines = codings.map(({ sample, bytes, text, model, archive, seconds, until }) => [sample, bytes, text, model, archive, seconds.toFixed(2), until.join(' ')].join(','));
  return `${[revision(), HEAD, ...lines].join('\n')}\n`;
}

/** The other way round; none where they are of another revision. Throws where a line is none of its own. */
export function parseCodings(csv: string): readonly Coding[] {
  const [first, head, ...lines] = csv.trim().split('\n');
  if (first !== revision() || head !== HEAD) return [];
  return lines.map((line) => {
    const [sample = '', bytes, text, model, archive, seconds, until = ''] = line.split(',');
    const [knownText, knownModel] = [transforms.find((each) => each === text), models.find((each) => each === model)];
    if (knownText === undefined || knownModel === undefined) throw new Error(`${path}: ${line}`);
    return { sample, bytes: Number(bytes), text: knownText, model: knownModel, archive: Number(archive), seconds: Number(seconds), until: until.split(' ').filter((each) => each !== '').map(Number) };
  });
}

interface Sample {
  readonly name: string;
  /** Undefined where it is not there. */
  readonly data: Buffer | undefined;
}

function samplesOf(gcide: string | undefined): readonly Sample[] {
  const files = corpusFiles();
  const wiki = (name: string): Buffer | undefined => (files.some((file) => file.name === name) ? Buffer.concat(chosenFiles(files, name).map((file) => contents(file))) : undefined);
  const [enwik, articles] = [wiki('wiki/enwik8.first3000000'), wiki('wiki/enwiki-2016-articles.xml')];
  const samples = [
    { name: 'enwik8 1 MB', data: enwik?.subarray(0, 1_000_000) },
    { name: 'enwik8 3 MB', data: enwik },
    { name: 'enwik8 and enwiki-2016 8.8 MB', data: enwik && articles ? Buffer.concat([enwik, articles]) : undefined },
    { name: 'gcide 40 MB', data: gcide !== undefined && existsSync(userPath(gcide)) ? readFileSync(userPath(gcide)) : undefined },
  ];
  for (const { name, data } of samples) {
    if (data === undefined) process.stderr.write(`!! ${name} is not there: nothing of it is measured. ${name.startsWith('gcide') ? '--gcide FILE (or KOLMO_GCIDE) names the text of Debian\'s dict-gcide.' : 'Set KOLMO_CORPORA.'}\n`);
  }
  return samples;
}

type Found = (sample: string, text: Coding['text'], model: Model) => Coding | undefined;

/** A row for each model and transform, a column for each sample; — is what was not measured. */
export function tableOf(found: Found, samples: readonly string[]): readonly (readonly string[])[] {
  const cell = (sample: string, text: Coding['text'], model: Model): string => {
    const [coding, none] = [found(sample, text, model), found(sample, 'none', model)];
    if (coding === undefined) return '—';
    const change = text === 'none' || none === undefined ? '' : ` (${signed((100 * (coding.archive - none.archive)) / none.archive, 1)}%)`;
    return `${thousands(coding.archive)}${change} · ${fixed((1e6 * coding.seconds) / coding.bytes, 1)} µs`;
  };
  const rows = models.flatMap((model) => transforms.map((text) => [model, text, ...samples.map((sample) => cell(sample, text, model))]));
  return [['model', '`--text`', ...samples], ...rows];
}

/** What the network saves of an input's first bytes, without a transform; a row an offset, and one for all of it. */
export function growthOf(alone: Coding, both: Coding): readonly (readonly string[])[] {
  const ends = [...OFFSETS.filter((offset) => offset < both.bytes), both.bytes];
  const rows = ends.map((end, i) => {
    const at = (coding: Coding): number => (i < ends.length - 1 ? coding.until[i] : undefined) ?? coding.archive;
    const [less, more] = [at(alone), at(both)];
    return [thousands(end), thousands(less), thousands(more), `${signed((100 * (more - less)) / less, 2)}%`];
  });
  return [['the first', 'CM alone', 'with the network', 'gain'], ...rows];
}

const chartOf = (codings: readonly Coding[]): string =>
  pareto(
    codings.map(({ sample, bytes, text, model, archive, seconds }) => ({ compressor: model === 'both' ? `kolmo ${text}` : `${text}, ${model}`, kind: sample, bytes, archive, compress: [seconds] })),
    ['level 5, by --text', ' and its halves: compression time and size, both logarithmic; the dashed line joins what nothing else beats in both'],
  );

export function text(options: TextBenchOptions): void {
  let codings = options.anew || !existsSync(path) ? [] : parseCodings(readFileSync(path, 'utf8'));
  const found: Found = (sample, text, model) => codings.find((coding) => coding.sample === sample && coding.text === text && coding.model === model);
  const samples = samplesOf(options.gcide ?? process.env['KOLMO_GCIDE']);
  for (const { name, data } of samples) {
    for (const model of data === undefined ? [] : models) {
      for (const transform of transforms) {
        if (data === undefined || found(name, transform, model) !== undefined) continue;
        progress(`${name}: ${transform}, ${model}`);
        codings = [...codings, code(name, data, transform, model)];
        writeWhole(path, formatCodings(codings));
      }
    }
  }
  progressDone();
  const names = samples.map(({ name }) => name);
  const [alone, both] = [found('gcide 40 MB', 'none', 'CM alone'), found('gcide 40 MB', 'none', 'both')];
  const table = tableOf(found, names);
  const growth = alone && both ? growthOf(alone, both) : undefined;
  process.stdout.write(`${layout(table, options.markdown ?? false)}\n${growth === undefined ? '' : `\n${layout(growth, options.markdown ?? false)}\n`}`);
  if (!options.write) return;
  const command = 'text --gcide FILE --write';
  writeFileSync(join(root, 'docs/text.svg'), chartOf(codings));
  writeSection('text', command, `${layout(table, true)}\n\n![Size against time by text transform](docs/text.svg)`);
  if (growth !== undefined) writeSection('text-growth', command, layout(growth, true));
}
