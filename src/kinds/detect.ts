/** Which kind of data an input is, by counting in its first bytes: microseconds, where coding the sample by each graph would take seconds. */
import { type Kind, SAMPLE } from './kinds.js';
import { isMachineCode } from './machine.js';
import { isStructured } from './structure.js';

const TAB = 9;
const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const DELETE = 127;

const isControl = (unit: number): boolean => (unit < SPACE && !(unit >= TAB && unit <= RETURN)) || unit === DELETE;
const isBlank = (unit: number): boolean => unit === SPACE || unit === NEWLINE;

/* UTF-8, but for a character that the sample's end cuts through. */
function isUtf8(sample: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/* Text of 16-bit units, if nearly all of them are no control characters and some are blanks. `high` is where in a pair the upper byte stands. */
function isUtf16(sample: Uint8Array, high: 0 | 1): boolean {
  const units = sample.length >> 1;
  let controls = 0;
  let blanks = 0;
  for (let i = 0; i < units; i += 1) {
    const unit = ((sample[2 * i + high] ?? 0) << 8) | (sample[2 * i + 1 - high] ?? 0);
    if (isControl(unit)) controls += 1;
    if (isBlank(unit)) blanks += 1;
  }
  return units > 0 && controls * 50 < units && blanks * 50 >= units;
}

/* Text of one byte a character, whatever the code page: hardly any control characters, and blanks between words. NULs do not count: they fill
 * archives of text. */
function isPlain(sample: Uint8Array): boolean {
  let bytes = 0;
  let controls = 0;
  let blanks = 0;
  for (const byte of sample) {
    if (byte === 0) continue;
    bytes += 1;
    if (isControl(byte)) controls += 1;
    if (isBlank(byte)) blanks += 1;
  }
  return controls * 50 < bytes && blanks * 50 >= bytes;
}

/**
 * The kind of an input, by its first SAMPLE bytes (fewer if it is shorter): a function of these bytes alone.
 * What has no bytes is text.
 */
export function kindOf(head: Uint8Array): Kind {
  const sample = head.subarray(0, SAMPLE);
  if (!isUtf8(sample)) {
    if (isUtf16(sample, 1) || isUtf16(sample, 0)) return 'text';
    if (!isPlain(sample)) return isMachineCode(sample) ? 'machine' : 'binary';
  }
  return isStructured(sample) ? 'structured' : 'text';
}
