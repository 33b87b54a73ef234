/** Program -> C for a program that runs this one alone: where its tables lie, how it begins, and the step of renderStep(). */
import type { Program, Stage } from '../lower/program.js';
import { type NetworkStage, networkStateBytes, renderNetwork } from './network.js';
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
  /** Fields of the kernels' table. */
  readonly kernels: string;
}

/* What the kernels' table says of networks; with several, functions that tell them apart. */
function networkKernels(stages: readonly Stage[], nameOf: (stage: NetworkStage) => string): { readonly functions: string; readonly fields: string } {
  const networks = stages.flatMap((stage, index) => (stage.op === 'NETWORK' ? [{ name: nameOf(stage), index }] : []));
  const [only] = networks;
  if (only === undefined) return { functions: '', fields: '' };
  const entries = ['start', 'byte', 'predict'] as const;
  if (networks.length === 1) return { functions: '', fields: entries.map((entry) => `.network_${entry} = network_${entry}_${only.name}, `).join('') };
  const functions = entries.map((entry) => {
    const calls = networks.map(({ name, index }) => `  if (s->index == ${index}) network_${entry}_${name}(m, s);\n`).join('');
    return `\nstatic void network_${entry}(kolmo_model *m, const kolmo_stage *s) {\n${calls}}\n`;
  });
  return { functions: functions.join(''), fields: entries.map((entry) => `.network_${entry} = network_${entry}, `).join('') };
}

/**
 * @param has whether the core has a function of this name: an op need not have all of them
 */
export function renderModel(program: Program, has: (name: string) => boolean): RenderedModel {
  const { stages } = program;
  const networks = stages.filter((stage) => stage.op === 'NETWORK');
  const nameOf = (stage: NetworkStage): string => `${networks.indexOf(stage) + 1}`;
  const bytes = (stage: Stage, i: number, what: string, rest: string): string => {
    const name = `kolmo_${stage.op.toLowerCase()}_${what}`;
    if (stage.op === 'NETWORK' && what === 'state_bytes') return String(networkStateBytes(stage));
    return has(name) ? `${name}(&stages_${NAME}[${i}]${rest})` : '0';
  };
  const placed = stages.map(
    (stage, i) => `  log = kolmo_table_log(&stages_${NAME}[${i}], size_class);
  kolmo_layout_stage(program, &stages_${NAME}[${i}], log, ${bytes(stage, i, 'state_bytes', '')}, ${bytes(stage, i, 'table_bytes', ', log')});\n`,
  );
  const resets = stages.flatMap((stage, i) => (has(`kolmo_${stage.op.toLowerCase()}_reset`) ? [`  ${callOf(stage, i, 'reset', NAME)}`] : []));
  const kernels = networkKernels(stages, nameOf);
  return {
    stages: renderStages(program, NAME, true),
    step: [...networks.map((stage) => renderNetwork(stage, nameOf(stage), true)), `${renderStep(program, NAME, { networks: nameOf })}${kernels.functions}`].join('\n'),
    kernels: kernels.fields,
    begin: `/* The stages, as the constants above have them. */
static void fill_stages(kolmo_program *program) {
  program->stage_count = ${stages.length};
  memcpy(program->stages, stages_${NAME}, sizeof stages_${NAME});
}

void kolmo_program_layout(kolmo_program *program, unsigned size_class) {
  uint8_t log;
  kolmo_layout_start(program, size_class);
${placed.join('')}}

KOLMO_COLD void kolmo_model_begin(kolmo_model *m) {
${resets.join('')}${(['byte', 'nibble', 'predict'] as const).map((moment) => callsAt(program, moment, NAME, '  ')).join('')}}
`,
  };
}
