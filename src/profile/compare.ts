/** Two profiles side by side: what a change did, op by op. */
import type { Profile, StageProfile } from './types.js';

export interface Difference {
  readonly name: string;
  /** ns per byte in; undefined where a profile does not have it. */
  readonly before: number | undefined;
  readonly after: number | undefined;
  readonly calls: { readonly before: number; readonly after: number };
  readonly instructions: { readonly before: number | undefined; readonly after: number | undefined };
}

/** Throws when a value read from JSON is no profile. */
export function checkProfile(value: unknown, name: string): Profile {
  const found = typeof value === 'object' && value !== null ? (value as Partial<Profile>) : {};
  const numbers = [found.bytesIn, found.bytesOut, found.totalNs];
  if (!numbers.every((number) => typeof number === 'number') || !Array.isArray(found.stages) || !Array.isArray(found.components)) {
    throw new Error(`${name} is no profile: kolmo profile --json writes one`);
  }
  return found as Profile;
}

/** Stages summed by what `key` says of them, in the order they first come. */
export function grouped(profile: Profile, key: (stage: StageProfile) => string): ReadonlyMap<string, StageProfile> {
  const groups = new Map<string, StageProfile>();
  for (const stage of profile.stages) {
    const name = key(stage);
    const sum = groups.get(name);
    const { instructions } = stage;
    const both = instructions === undefined ? sum?.instructions : instructions + (sum?.instructions ?? 0);
    groups.set(name, {
      ...stage,
      name,
      ns: stage.ns + (sum?.ns ?? 0),
      calls: stage.calls + (sum?.calls ?? 0),
      bytes: stage.bytes + (sum?.bytes ?? 0),
      macs: stage.macs + (sum?.macs ?? 0),
      precision: sum === undefined || sum.precision === stage.precision ? stage.precision : null,
      ...(both === undefined ? {} : { instructions: both }),
    });
  }
  return groups;
}

/** "SLOTS update", "NETWORK.DENSE back", or the name of what is no op's. */
export const opOf = ({ op, when, name }: Pick<StageProfile, 'op' | 'when' | 'name'>): string => (op === null ? name : op.endsWith(`.${(when ?? '').toUpperCase()}`) ? op : `${op} ${when ?? ''}`);

/** Differences of ops, or of stages, the largest first. */
export function compareProfiles(before: Profile, after: Profile, key: (stage: StageProfile) => string): readonly Difference[] {
  const a = grouped(before, key);
  const b = grouped(after, key);
  const perByte = (stage: StageProfile | undefined, { bytesIn }: Profile): number | undefined => (stage === undefined ? undefined : stage.ns / Math.max(bytesIn, 1));
  const perByteOf = (stage: StageProfile | undefined, { bytesIn }: Profile): number | undefined =>
    stage?.instructions === undefined ? undefined : stage.instructions / Math.max(bytesIn, 1);
  const rows = [...new Set([...a.keys(), ...b.keys()])].map((name): Difference => ({
    name,
    before: perByte(a.get(name), before),
    after: perByte(b.get(name), after),
    calls: { before: a.get(name)?.calls ?? 0, after: b.get(name)?.calls ?? 0 },
    instructions: { before: perByteOf(a.get(name), before), after: perByteOf(b.get(name), after) },
  }));
  const size = ({ before: one = 0, after: other = 0 }: Difference): number => Math.abs(other - one);
  return rows.toSorted((x, y) => size(y) - size(x));
}
