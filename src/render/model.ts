/** Program -> C for a program that runs this one alone: where its tables lie, how it begins, and the step of renderStep(). */
import type { Program, Stage } from '../lower/program.js';
import { type NetworkStage, networkStateBytes, renderNetwork } from './network.js';
import { renderStages, renderWhole } from './update.js';

const NAME = 'model';

/** C texts. */
export interface RenderedModel {
  /** Constants. */
  readonly stages: string;
  /** How it begins, and the step, for each code path. */
  readonly step: string;
  /** Where tables lie, once. */
  readonly layout: string;
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
    return has(name) ? `${name}(&kolmo_model_stages[${i}]${rest})` : '0';
  };
  const placed = stages.map(
    (stage, i) => `  log = kolmo_table_log(&kolmo_model_stages[${i}], size_class);
  kolmo_layout_stage(program, &kolmo_model_stages[${i}], log, ${bytes(stage, i, 'state_bytes', '')}, ${bytes(stage, i, 'table_bytes', ', log')});\n`,
  );
  const resetOf = (stage: Stage): string | undefined => {
    if (stage.op === 'NETWORK') return `network_start_${nameOf(stage)}`;
    const name = `kolmo_${stage.op.toLowerCase()}_reset`;
    return has(name) ? name : undefined;
  };
  return {
    stages: `${renderStages(program, NAME, true)}
/* The part without the model asks for sizes by it. Each path's object has it beside the constants, which the compiler knows; one is linked. */
__attribute__((weak)) const kolmo_stage *const kolmo_model_stages = stages_${NAME};
`,
    step: [...networks.map((stage) => renderNetwork(stage, nameOf(stage))), renderWhole(program, NAME, resetOf, nameOf)].join('\n'),
    layout: `enum { MODEL_STAGES = ${stages.length} };

void kolmo_program_layout(kolmo_program *program, unsigned size_class) {
  uint8_t log;
  kolmo_layout_start(program, size_class);
${placed.join('')}}
`,
  };
}
