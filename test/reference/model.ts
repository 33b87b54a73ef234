/** A running model: the stages of a Program, told of every bit in turn (docs/format.md §6). */
import { Machine, type Op } from './machine.js';
import { apm } from './ops/apm.js';
import { brackets } from './ops/brackets.js';
import { classes } from './ops/classes.js';
import { codes } from './ops/codes.js';
import { fields } from './ops/fields.js';
import { history } from './ops/history.js';
import { indirect } from './ops/indirect.js';
import { instructions } from './ops/instructions.js';
import { lines } from './ops/lines.js';
import { outline } from './ops/outline.js';
import { match } from './ops/match.js';
import { mixer } from './ops/mixer.js';
import { network } from './ops/network.js';
import { output } from './ops/output.js';
import { recall } from './ops/recall.js';
import { residual } from './ops/residual.js';
import { records } from './ops/records.js';
import { scopes } from './ops/scopes.js';
import { slots } from './ops/slots.js';
import { words } from './ops/words.js';
import { log2Of, type Stage } from './program.js';

function opOf(stage: Stage, machine: Machine, sizeClass: number): Op {
  switch (stage.op) {
    case 'HISTORY':
      return history(stage, machine);
    case 'WORDS':
      return words(stage, machine);
    case 'CLASSES':
      return classes(stage, machine);
    case 'LINES':
      return lines(stage, machine);
    case 'OUTLINE':
      return outline(stage, machine);
    case 'CODES':
      return codes(stage, machine);
    case 'BRACKETS':
      return brackets(stage, machine);
    case 'INDIRECT':
      return indirect(stage, machine);
    case 'RECORDS':
      return records(stage, machine);
    case 'INSTRUCTIONS':
      return instructions(stage, machine);
    case 'FIELDS':
      return fields(stage, machine);
    case 'SCOPES':
      return scopes(stage, machine);
    case 'MATCH':
      return match(stage, machine, sizeClass);
    case 'SLOTS':
      return slots(stage, machine, sizeClass);
    case 'NETWORK':
      return network(stage, machine, sizeClass);
    case 'RECALL':
      return recall(stage, machine, sizeClass);
    case 'MIXER':
      return mixer(stage, machine, sizeClass);
    case 'APM':
      return apm(stage, machine, sizeClass);
    case 'RESIDUAL':
      return residual(stage, machine);
    case 'OUTPUT':
      return output(stage, machine);
  }
}

export class Model {
  private readonly machine: Machine;
  private readonly ops: readonly Op[];

  constructor(stages: readonly Stage[], sizeClass: number) {
    const first = stages[0];
    if (first?.op !== 'HISTORY') throw new Error('a Program begins with HISTORY');
    this.machine = new Machine(log2Of(first.size, sizeClass));
    this.ops = stages.map((stage) => opOf(stage, this.machine, sizeClass));
    this.beginByte();
  }

  /** In 1/65536, that the next bit is a one. */
  predict(): number {
    for (const op of this.ops) op.predict?.();
    return this.machine.p;
  }

  /** Says what the bit was that predict() was asked for. */
  update(bit: number): void {
    const { machine } = this;
    for (const op of this.ops) op.update?.(bit);
    const partial = machine.register(0) * 2 + bit;
    machine.registers[0] = partial;
    machine.bit++;
    if (machine.bit === 4) for (const op of this.ops) op.nibble?.();
    if (machine.bit < 8) return;
    machine.last = partial & 255;
    machine.ring[machine.position & machine.mask] = machine.last;
    machine.position = (machine.position + 1) >>> 0;
    this.beginByte();
  }

  private beginByte(): void {
    this.machine.bit = 0;
    this.machine.registers[0] = 1;
    for (const op of this.ops) op.byte?.();
    for (const op of this.ops) op.nibble?.();
  }
}
