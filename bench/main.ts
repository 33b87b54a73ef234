/** `npm run bench -- …`: every number in a note or in the README comes from one of these commands. */
import { Command } from 'commander';
import { ablate, type AblateOptions } from './ablate.js';
import { auto, type AutoOptions } from './auto.js';
import { file, type FileOptions } from './file.js';
import { kernels, type KernelsOptions } from './kernels.js';
import { loop, type LoopOptions } from './loop.js';
import { node, type NodeOptions } from './node-packages.js';
import { addLevelDigits, collect, parseCount, parseLevels } from './options.js';
import { pipe, type PipeOptions } from './pipe.js';
import { parseSizes, segments, type SegmentsOptions } from './segments.js';
import { sizes, type SizesOptions } from './sizes.js';
import { stages, type StagesOptions } from './stages.js';
import { suite, type SuiteOptions } from './suite.js';
import { text, type TextBenchOptions } from './text.js';

/** Shared by all that print a table. */
function printed(command: Command): Command {
  return command.option('--json', 'print JSON in place of tables').option('--markdown', 'print Markdown tables');
}

const WRITE = 'replace the table between its markers in docs/performance.md (and README.md)';
const FILES = 'files: patterns separated by commas, as "wiki/*,twitter"';

const program = new Command('npm run bench --')
  .description('Measures kolmo. Data comes from the folder that KOLMO_CORPORA names (wiki/, standard/, modern/, records/).')
  .helpCommand(false)
  .showHelpAfterError('(--help lists what can be asked for)');

printed(program.command('suite'))
  .description('levels beside other compressors: bytes, user + system time as multiples of zpaq, memory, round trip')
  .option('--levels <list>', 'levels, as 1,5,9 or 1-9', parseLevels, [1, 5, 9])
  .option('--files <list>', FILES)
  .option('--all', 'every file, not one of each kind')
  .option('--bytes <n>', 'of each file, from its start', parseCount)
  .option('--peers <list>', 'other compressors by name, or none; zpaq -m5 is always there: it is the measure')
  .option('--peers-file <file>', 'your own: lines of {"name": …, "compress": "paq8px -8 {input} {archive}", "decompress": "paq8px -d {archive} {output}"}')
  .option('--runs <n>', 'how often; medians are told', parseCount, 1)
  .option('--chart <file>', 'draw bits per byte against time for each kind of data (SVG; docs/pareto.svg with --write)')
  .option('--write', WRITE)
  .action((options: SuiteOptions) => suite(options));

addLevelDigits(printed(program.command('ablate')))
  .description("each node of a level's graph taken away: bytes and microseconds on several kinds of data")
  .option('--bytes <n>', 'of each file, from its start', parseCount, 300_000)
  .option('--runs <n>', 'how often; median times are told', parseCount, 1)
  .option('--node <id>', 'this node only (may be repeated)', collect)
  .option('--files <list>', FILES)
  .option('--instructions', 'count instructions too: exact, and slow (valgrind)')
  .option('--write', WRITE)
  .action((options: AblateOptions & Record<string, unknown>) => ablate(options));

program
  .command('sizes')
  .description('makes bench/sizes.csv: exact bytes per file and level, instructions per byte; goes on where it was interrupted')
  .option('--levels <list>', 'levels, as 1,5,9 or 1-9', parseLevels, parseLevels('1-9'))
  .option('--files <list>', FILES)
  .option('--quick', 'code small files only; what is there of others is kept while it holds')
  .option('--check', 'write nothing; fail when small files (or --files) come out in other sizes than the table says')
  .option('--anew', 'code everything again, whatever the table says')
  .option('--jobs <n>', 'files coded at a time', parseCount, 2)
  .option('--no-instructions', 'do not count instructions')
  .option('--verify', 'restore every archive that is made, and compare')
  .action((options: SizesOptions) => sizes(options));

printed(program.command('kernels'))
  .description('each kernel on each CPU path: equal to the scalar one? how fast, and how near to what this machine can do?')
  .option('--write', WRITE)
  .action((options: KernelsOptions) => kernels(options));

addLevelDigits(printed(program.command('instructions <file>')))
  .description('instructions per byte of each stage and op of a level, counted by callgrind: exact where a clock is not')
  .option('--bytes <n>', 'the first bytes only', parseCount, 65_536)
  .option('--every <n>', 'count in one burst of 64 bytes in so many; the more are counted, the longer it takes', parseCount, 128)
  .option('--into <profile>', 'write them into a profile that kolmo profile --json made of the same file and level, for --compare')
  .action((path: string, options: StagesOptions & Record<string, unknown>) => stages(path, options));

printed(program.command('node'))
  .description('what a Node program can compress with: size, speed both ways, memory')
  .option('--files <list>', FILES)
  .option('--write', WRITE)
  .action((options: NodeOptions) => node(options));

printed(program.command('segments'))
  .description('what segments cost in size, from nothing and from snapshots')
  .option('--levels <list>', 'levels, as 1,5,9 or 1-9', parseLevels, [5])
  .option('--files <list>', FILES)
  .option('--sizes <list>', 'lengths of segments, as 256K,1M', parseSizes, parseSizes('256K,1M'))
  .option('--snapshots <list>', 'lengths of snapshots', parseSizes, parseSizes('64K,256K'))
  .option('--bytes <n>', 'of each file, from its start', parseCount, 3_000_000)
  .option('--threads <n>', 'segments worked on at once', parseCount, 2)
  .option('--write', WRITE)
  .action((options: SegmentsOptions) => segments(options));

printed(program.command('loop'))
  .description("the event loop's delay while many compressions run, and how soon an abort ends one")
  .option('--levels <list>', 'levels, as 1,5,9 or 1-9', parseLevels, [1, 5, 9])
  .option('--jobs <n>', 'compressions at once', parseCount, 100)
  .option('--bytes <n>', 'of each', parseCount, 100_000)
  .option('--write', WRITE)
  .action((options: LoopOptions) => loop(options));

printed(program.command('pipe'))
  .description('many bytes through kolmo | kolmo -d: memory all the way, and whether all came back')
  .option('--bytes <n>', 'how many', parseCount, 2_000_000_000)
  .option('--level <n>', 'the level', parseCount, 1)
  .option('--segment <size>', 'as kolmo --segment')
  .option('--threads <n>', 'as kolmo -T')
  .option('--write', WRITE)
  .action((options: PipeOptions) => pipe(options));

program
  .command('text')
  .description('the text transforms at level 5, by the context mixing, the network, and both, at 1 to 40 MB: makes bench/text.csv; goes on where it was interrupted')
  .option('--gcide <file>', "the text of Debian's dict-gcide, 40 MB (or KOLMO_GCIDE)")
  .option('--anew', 'code everything again, whatever bench/text.csv says')
  .option('--markdown', 'print Markdown tables')
  .option('--write', 'replace the tables between their markers in docs/experiments.md, and docs/text.svg')
  .action((options: TextBenchOptions) => text(options));

printed(program.command('auto'))
  .description('what --text auto takes for whole files, against none; fails where it costs more than 0.05% and 16 bytes')
  .option('--levels <list>', 'levels, as 1,5,9 or 1-9', parseLevels, [5])
  .option('--files <list>', FILES)
  .option('--write', 'replace the table between its markers in docs/experiments.md')
  .action((options: AutoOptions) => auto(options));

addLevelDigits(printed(program.command('file <file>')))
  .description('one file, quickly, in this process: bytes, time, memory')
  .option('--bytes <n>', 'the first bytes only', parseCount)
  .option('--runs <n>', 'how often; median times are told', parseCount, 1)
  .option('--graph <file>', "a model graph in place of a level's")
  .option('--set <node.param=value>', 'change one parameter of the graph (may be repeated)', collect)
  .action((path: string, options: FileOptions & Record<string, unknown>) => file(path, options));

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
