/** Program -> C for a program that runs this one alone: where its tables lie, how it begins, and the step of renderStep(). */
import { type NetworkOp, networkOp, type Program, type Stage } from '../lower/program.js';
import { callOf, callsAt, renderStages, renderStep } from './update.js';

const NAME = 'model';

/** C texts. */
export interface RenderedModel {
  /** Constants. */
  readonly stages: string;
  /** The step, for each code path. */
  readonly step: string;
  /** Layout and beginning, once. */
  readonly begin: string;
}

type Network = Extract<Stage, { op: 'NETWORK' }>;

/* Widths are kept in sixteens. */
const WIDTH = 16;

const fieldsText = (fields: Readonly<Record<string, number>>): string => Object.entries(fields).map(([name, value]) => `.${name} = ${value}`).join(', ');

/* The numbers among an object's properties: they are called as the core's fields are. */
const numbersOf = (object: object, but: readonly string[] = []): Record<string, number> =>
  Object.fromEntries(Object.entries(object).filter((entry): entry is [string, number] => typeof entry[1] === 'number' && !but.includes(entry[0])));

function networkPart(part: NetworkOp, widths: readonly number[], first: number): string {
  const width = (vector: number): number => WIDTH * (widths[vector] ?? 0);
  const from = 'from' in part ? part.from : part.to;
  const { span = 1 } = numbersOf(part); /* vectors read side by side */
  const ins = Array.from({ length: span }, (_, i) => width(from + i)).reduce((sum, each) => sum + each);
  const rows = part.op === 'ROWS' ? { first, count: part.contexts.length } : {};
  return `  {${fieldsText({ code: networkOp[part.op], from, ...numbersOf(part), ins, outs: width(part.to), ...rows })}},\n`;
}

/* How a network is filled: of its many places few are used. */
function renderNetwork(stage: Network, n: number): string {
  let first = 0;
  const ops = stage.ops.map((part) => {
    const text = networkPart(part, stage.widths, first);
    if (part.op === 'ROWS') first += part.contexts.length;
    return text;
  });
  const scalars = { ...numbersOf(stage, ['precision', 'out', 'register']), precise: stage.precision, vectors: stage.widths.length, ops: ops.length, backs: stage.back.length, learns: stage.learn.length };
  return `static const kolmo_net_op network_${n}_ops[] = {
${ops.join('')}};

static void fill_network_${n}(kolmo_network *network) {
  *network = (kolmo_network){${fieldsText(scalars)},
                             .widths = {${stage.widths.map((width) => WIDTH * width).join(', ')}},
                             .back = {${stage.back.join(', ') || '0'}},
                             .learn = {${stage.learn.join(', ') || '0'}}};
  memcpy(network->op, network_${n}_ops, sizeof network_${n}_ops);
  kolmo_net_layout(network);
}

`;
}

/**
 * @param has whether the core has a function of this name: an op need not have all of them
 */
export function renderModel(program: Program, has: (name: string) => boolean): RenderedModel {
  const { stages } = program;
  const networks = stages.flatMap((stage, i) => (stage.op === 'NETWORK' ? [{ stage, i }] : []));
  const bytes = (stage: Stage, i: number, what: string, rest: string): string => {
    const name = `kolmo_${stage.op.toLowerCase()}_${what}`;
    return has(name) ? `${name}(&stages_${NAME}[${i}]${rest})` : '0';
  };
  const placed = stages.map((stage, i) =>
    stage.op === 'NETWORK'
      ? `  log = kolmo_table_log(&program->stages[${i}], size_class);
  kolmo_layout_stage(program, &program->stages[${i}], log, kolmo_network_state_bytes(&program->stages[${i}]), kolmo_network_table_bytes(&program->stages[${i}], log));\n`
      : `  log = kolmo_table_log(&stages_${NAME}[${i}], size_class);
  kolmo_layout_stage(program, &stages_${NAME}[${i}], log, ${bytes(stage, i, 'state_bytes', '')}, ${bytes(stage, i, 'table_bytes', ', log')});\n`,
  );
  const resets = stages.flatMap((stage, i) => (has(`kolmo_${stage.op.toLowerCase()}_reset`) ? [`  ${callOf(stage, i, 'reset', NAME)}`] : []));
  const table = networks.map(({ stage }, n) => renderNetwork(stage, n)).join('');
  const connected = networks.map(({ i }, n) => `  static kolmo_network network_${n};\n  fill_network_${n}(&network_${n});\n  program->stages[${i}].network = &network_${n};\n`).join('');
  return {
    stages: renderStages(program, NAME, true),
    step: renderStep(program, NAME),
    begin: `${table}/* The stages, as the constants above have them. */
static void fill_stages(kolmo_program *program) {
  program->stage_count = ${stages.length};
  memcpy(program->stages, stages_${NAME}, sizeof stages_${NAME});
${connected}}

void kolmo_program_layout(kolmo_program *program, unsigned size_class) {
  uint8_t log;
  kolmo_layout_start(program, size_class);
${placed.join('')}}

KOLMO_COLD void kolmo_model_begin(kolmo_model *m) {
${resets.join('')}${(['byte', 'nibble', 'predict'] as const).map((moment) => callsAt(program, moment, NAME, '  ')).join('')}}
`,
  };
}
