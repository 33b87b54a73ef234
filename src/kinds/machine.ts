/** Whether bytes are machine code of x86: by the header of a program or library, or, where there is none, by calls of places that were called before. */

const u16 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
const u32 = (bytes: Uint8Array, at: number): number => (u16(bytes, at) | (u16(bytes, at + 2) << 16)) >>> 0;

/* The formats' own numbers for x86 of 32 and 64 bits. */
const ELF = { magic: 0x464c_457f, machineAt: 18, machines: [3, 62] };
const PE = { magic: 0x5a4d, headerAt: 60, signature: 0x4550, machines: [0x14c, 0x8664] };
const MACH = { magics: [0xfeed_face, 0xfeed_facf], machineAt: 4, machines: [7, 0x0100_0007] };

/* What a header says; undefined without one that is known. */
function byHeader(bytes: Uint8Array): boolean | undefined {
  const magic = u32(bytes, 0);
  if (magic === ELF.magic) return ELF.machines.includes(u16(bytes, ELF.machineAt));
  if (MACH.magics.includes(magic)) return MACH.machines.includes(u32(bytes, MACH.machineAt));
  const header = u32(bytes, PE.headerAt);
  if ((magic & 0xffff) === PE.magic && u32(bytes, header) === PE.signature) return PE.machines.includes(u16(bytes, header + 4));
  return undefined;
}

const CALL = 0xe8;
/* How many calls of known places there must be, and how many for each that repeats how far away it is. */
const ENOUGH = 16;
const RATIO = 2;

function byCalls(bytes: Uint8Array): boolean {
  const places = new Set<number>();
  const distances = new Set<number>();
  let known = 0;
  let repeated = 0;
  for (let i = 0; i + 5 <= bytes.length; i += 1) {
    if (bytes[i] !== CALL) continue;
    const distance = u32(bytes, i + 1) | 0;
    if (distance >> 24 !== 0 && distance >> 24 !== -1) continue;
    const place = i + 5 + distance;
    if (places.has(place)) known += 1;
    if (distances.has(distance)) repeated += 1;
    places.add(place);
    distances.add(distance);
  }
  return known >= ENOUGH && known >= RATIO * repeated;
}

export const isMachineCode = (sample: Uint8Array): boolean => byHeader(sample) ?? byCalls(sample);
