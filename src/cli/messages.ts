/** What the command says to people: errors, notes and numbers, all on stderr and in one form. */
import { getSystemErrorMap } from 'node:util';

/** An error of the command itself (not of the library): a message and the code that follows it in parentheses. */
export class CliError extends Error {
  readonly code: string;
  /** Arguments are wrong, so a hint at --help helps. */
  readonly usage: boolean;

  constructor(message: string, code = 'ERR_OPTION', usage = false) {
    super(message);
    this.name = 'CliError';
    this.code = code;
    this.usage = usage;
  }
}

/** Names as a person reads them: `-` is stdin, and control characters can't steer the terminal. */
export function shown(name: string): string {
  if (name === '-') return '(stdin)';
  // eslint-disable-next-line no-control-regex
  return name.replace(/[\u0000-\u001f\u007f-\u009f]/g, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

/** The `code` of any error that has one, else undefined. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** `message (CODE)`, one line. System errors lose Node's "ENOENT: …, open 'x'" dress: the file is named by the caller. */
export function describe(error: unknown): string {
  const code = codeOf(error);
  let text = error instanceof Error ? error.message : String(error);
  if (error instanceof Error && 'errno' in error && typeof error.errno === 'number') {
    text = getSystemErrorMap().get(error.errno)?.[1] ?? text;
  }
  text = text.replace(/\s*\n\s*/g, '; ');
  return code === undefined ? text : `${text} (${code})`;
}

/** Wraps a system error that concerns `path` rather than the file being read. */
export function about(verb: string, path: string, error: unknown): CliError {
  const code = codeOf(error) ?? 'ERR_OPTION';
  const tail = ` (${code})`;
  const text = describe(error);
  return new CliError(`cannot ${verb} ${shown(path)}: ${text.endsWith(tail) ? text.slice(0, -tail.length) : text}`, code);
}

export function complain(file: string | undefined, error: unknown): void {
  const subject = file === undefined ? '' : `${shown(file)}: `;
  process.stderr.write(`kolmo: ${subject}${describe(error)}\n`);
}

export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** 1536 → "1.5 KiB"; exact below 1024. */
export function bytes(n: number): string {
  const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'];
  let unit = 0;
  let value = n;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return unit === 0 ? `${n} bytes` : `${value.toFixed(value < 10 ? 2 : 1)} ${units[unit] ?? ''}`;
}

/** Part of whole as "23.31 %"; "-" when there is no whole. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(2)} %`;
}
