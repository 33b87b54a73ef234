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

function networkPart(part: NetworkOp, widths: readonly number[], first: number): string {
  const width = (vector: number): number => WIDTH * (widths[vector] ?? 0);
  const from = 'from' in part ? part.from : part.to;
  const fields: Record<string, number> = { code: networkOp[part.op], from, to: part.to, ins: width(from), outs: width(part.to) };
  if (part.op === 'ROWS') Object.assign(fields, { rate: part.rate, boost: part.boost, first, count: part.contexts.length });
  if (part.op === 'DENSE') Object.assign(fields, { rate: part.rate, init: part.init });
  if (part.op === 'BIAS') fields['rate'] = part.rate;
  if (part.op === 'ACT') fields['act'] = part.act;
  return `    {${Object.entries(fields).map(([name, value]) => `.${name} = ${value}`).join(', ')}},\n`;
}

function renderNetwork(stage: Network): string {
  let first = 0;
  const ops = stage.ops.map((part) => {
    const text = networkPart(part, stage.widths, first);
    if (part.op === 'ROWS') first += part.contexts.length;
    return text;
  });
  const numbers = { vectors: stage.widths.length, ops: ops.length, backs: stage.back.length, learns: stage.learn.length, precise: stage.precision, logits: stage.logits,
    window: stage.window, decay: stage.decay, epsilon: stage.epsilon, steps: stage.steps, warm: stage.warm };
  const scalars = Object.entries(numbers).map(([name, value]) => `.${name} = ${value}`).join(', ');
  return `  {${scalars},
   .widths = {${stage.widths.map((width) => WIDTH * width).join(', ')}},
   .op = {
${ops.join('')}   },
   .back = {${stage.back.join(', ') || '0'}}, .learn = {${stage.learn.join(', ') || '0'}}},\n`;
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
  const table = networks.length === 0 ? '' : `static kolmo_network networks_${NAME}[] = {\n${networks.map(({ stage }) => renderNetwork(stage)).join('')}};\n\n`;
  const connected = networks.map(({ i }, n) => `  program->stages[${i}].network = &networks_${NAME}[${n}];\n  kolmo_net_layout(&networks_${NAME}[${n}]);\n`).join('');
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
