import { scramble } from '../hash.js';
import type { Machine, Op } from '../machine.js';
import type { FeatureStage } from '../program.js';

const REACH = 16_384;

/** Votes for distances, of which the leader is the width. */
class Poll {
  private readonly votes = new Uint32Array(REACH);
  width = 0;

  private of(distance: number): number {
    return this.votes[distance] ?? 0;
  }

  vote(distance: number): void {
    if (distance >= REACH) return;
    this.votes[distance] = this.of(distance) + 1;
    if (this.of(distance) > this.of(this.width)) this.width = distance;
  }

  forget(position: number): void {
    const votes = this.of(position % REACH);
    this.votes[position % REACH] = votes - (votes >>> 2);
  }
}

/** RECORDS: the distances at which bytes repeat, and what stands there. */
export function records({ reg }: FeatureStage, machine: Machine): Op {
  const near = new Poll();
  const far = new Poll();
  const pairs = new Uint32Array(65_536);
  const runs = new Uint32Array(16_384);
  const clamp = (value: number): number => Math.max(0, Math.min(255, value));
  return {
    byte() {
      const { registers, position } = machine;
      const back = (i: number): number => machine.byteAt(position - i);
      if (back(1) !== back(2)) {
        const pair = (back(2) << 8) | back(1);
        near.vote((position - (pairs[pair] ?? 0)) >>> 0);
        pairs[pair] = position;
        let h = 0;
        for (let i = 1; i <= 6; i++) h = Math.imul(h + back(i) + 1, 0x9e37_79b1);
        const run = scramble(h >>> 0) >>> 18;
        const distance = (position - (runs[run] ?? 0)) >>> 0;
        if (distance >= 33) far.vote(distance);
        runs[run] = position;
      }
      near.forget(position);
      far.forget(position);
      const n = near.width || 1;
      const f = far.width || n;
      const s = n < f ? n : 1;
      registers[reg] = Math.min(n, 255) | ((position % n & 255) << 8) | (f << 16);
      registers[reg + 1] = back(n) | (back(n + 1) << 8) | (back(n - 1) << 16) | (back(2 * n) << 24);
      registers[reg + 2] = back(f) | (back(f + s) << 8) | (back(f - s) << 16) | (back(2 * f) << 24);
      const plane = clamp(back(s) + back(f) - back(f + s));
      const slope = clamp(2 * back(s) - back(2 * s));
      const drop = clamp(2 * back(f) - back(2 * f));
      registers[reg + 3] = plane | (slope << 8) | (drop << 16) | (((back(s) + back(f)) >> 1) << 24);
    },
  };
}
