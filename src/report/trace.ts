/** What a report is made of: an archive, and what the core told of its making. */
import { compress, type CompressOptions, type Kind, KolmoError } from '../index.js';
import { kindOf } from '../kinds/detect.js';
import { lower } from '../lower/index.js';
import { type Graph, setNetworks } from '../graph/index.js';
import { checkCompress } from '../options.js';
import { type Component, componentsOf } from './components.js';
import { type Frames, framesOf } from './frames.js';
import { type Inspection, inspect } from './inspect.js';
import { modelOfData, profile } from '../profile/run.js';
import type { Profile } from '../profile/types.js';
import { textNamed } from '../text/texts.js';
import { unitsOf, wordsOf } from './units.js';

/** More would make a page that no browser opens. */
const MOST = 1 << 26;
/** Of an input up to so many bytes all coded bytes are kept with what each component said; of others, so many spread over all, and as many of the costliest. */
const KEPT_ALL = 32_768;
const KEPT_SPREAD = 8_192;
/** So many of the first bytes are profiled. */
const TIMED = 1 << 18;
/** Up to so many, all have guesses. */
const GUESSED_ALL = 1 << 20;
/** The least probability of a guess, in 1/65536: where all bytes have guesses the page would grow, and so would the time. */
const floorOf = (bytes: number): number => (bytes <= KEPT_ALL || bytes > GUESSED_ALL ? 256 : bytes <= GUESSED_ALL / 4 ? 1_024 : 2_048);

export type ReportModel = Pick<CompressOptions, 'level' | 'kind' | 'network' | 'graph' | 'text' | 'memory'>;

export interface Trace {
  readonly data: Uint8Array;
  readonly archive: Buffer;
  readonly frames: Frames;
  readonly kind: Kind;
  readonly graph: Graph;
  /** Its number in TEXTS, and its words. */
  readonly text: number;
  readonly words: Uint8Array;
  readonly components: readonly Component[];
  readonly inspection: Inspection;
  /** Whether every coded byte has guesses; else the kept ones do. */
  readonly guessedAll: boolean;
  /** The least probability of a guess, in 1/65536. */
  readonly floor: number;
  /** Every so-many-th coded byte was kept; and so many of the others, the costliest. */
  readonly spread: number;
  readonly costly: number;
  /** Costs as the same model without its network has them; undefined where it has none. */
  readonly without: Uint32Array | undefined;
  /** For each byte of the data: how many coded bytes the unit has that begins there. */
  readonly units: Uint8Array;
  /** Where the time of coding its first bytes goes. */
  readonly profile: Profile;
}

/**
 * Compresses `data`, and codes it again (twice, where there is a network) to be told of it; its first bytes once more, for their times.
 * @param report told how many bytes are done, as a mean over all passes, and how many the archive has so far
 * @throws KolmoError as compress() does; ERR_OPTION: more bytes than a page can show
 */
export async function traceOf(data: Uint8Array, model: ReportModel, report: (done: number, made: number) => void): Promise<Trace> {
  if (data.length > MOST) throw new KolmoError('ERR_OPTION', `a report is of ${MOST} bytes at most, not ${data.length}; head -c ${MOST} takes the first ones`);
  const found = kindOf(data);
  const { graph } = modelOfData(model, data);
  const { program, text, vocabulary, memory } = checkCompress(model, 'promise', data.length).encoder(data);
  if (!Buffer.from(lower(graph)).equals(program)) throw new Error('the report is of another model than the archive');
  const components = componentsOf(graph);
  const hasNetwork = graph.nodes.some(({ type }) => type === 'bits');
  const keepAll = data.length <= KEPT_ALL;
  const guessedAll = data.length <= GUESSED_ALL;
  const [spread, costly] = keepAll ? [1, 0] : [Math.ceil(data.length / KEPT_SPREAD), KEPT_SPREAD];
  const done = hasNetwork ? [0, 0, 0] : [0, 0];
  let made = 0;
  const tell = (pass: number) => (bytes: number, archive = made): void => {
    done[pass] = bytes;
    made = archive;
    report(done.reduce((sum, each) => sum + each, 0) / done.length, made);
  };
  const common = { memory, text, vocabulary };
  const floor = floorOf(data.length);
  const signals = Uint16Array.from(components.flatMap(({ first, count }) => [first, count]));
  const looking = inspect({ ...common, program, components: signals, spread, costly, guessAll: guessedAll, floor }, data, tell(0));
  /* Beside it the other two, one behind the other: a model takes much memory. */
  const quiet = { ...common, components: new Uint16Array(0), spread: 0, costly: 0, guessAll: false, floor: 1 };
  const beside = async (): Promise<Pick<Trace, 'archive' | 'without' | 'profile'>> => {
    const archive = await compress(data, { ...model, onProgress: ({ bytesIn, bytesOut }) => tell(1)(bytesIn, bytesOut) });
    const less = hasNetwork ? await inspect({ ...quiet, program: lower(setNetworks(graph, 'off')) }, data, tell(2)) : undefined;
    const times = await profile('', data.subarray(0, TIMED), { compress: model });
    return { archive, without: less?.costs, profile: times.profile };
  };
  const [inspection, { archive, without, profile: times }] = await Promise.all([looking, beside()]);
  const frames = framesOf(archive);
  const words = wordsOf(text, vocabulary);
  const units = unitsOf(frames.blocks, inspection.coded, textNamed(text), words);
  return { data, archive, frames, kind: found, graph, text, words, components, inspection, guessedAll, floor, spread, costly, without, units, profile: times };
}
