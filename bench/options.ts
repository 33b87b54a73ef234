/** What the benches' options have in common: lists of levels, numbers, the level as a digit. */
import { type Command, InvalidArgumentError } from 'commander';
import { DEFAULT_LEVEL, levels } from '../src/models/levels.js';

/** "1,5,9" or "1-3,9" as levels in rising order. */
export function parseLevels(text: string): readonly number[] {
  const chosen = new Set<number>();
  for (const part of text.split(',')) {
    const [, low, high = low] = /^(\d+)(?:-(\d+))?$/.exec(part.trim()) ?? [];
    if (low === undefined || high === undefined) throw new InvalidArgumentError(`"${part}" is no level and no range of levels.`);
    for (let level = Number(low); level <= Number(high); level += 1) chosen.add(level);
  }
  const known = levels.map(({ level }) => level);
  for (const level of chosen) if (!known.includes(level)) throw new InvalidArgumentError(`There is no level ${level}.`);
  return known.filter((level) => chosen.has(level));
}

/** A positive whole number. */
export function parseCount(text: string): number {
  const value = /^\d+$/.test(text) ? Number(text) : 0;
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError('It is a positive whole number.');
  return value;
}

/** For options that may be repeated. */
export function collect(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}

/** Adds -1 … -9, as the command kolmo has them. */
export function addLevelDigits(command: Command): Command {
  for (const { level, meaning } of levels) command.option(`-${level}`, meaning);
  return command;
}

/** The levels among -1 … -9 that were given; the default level when none was. */
export function levelDigits(options: Readonly<Record<string, unknown>>): readonly number[] {
  const given = levels.map(({ level }) => level).filter((level) => options[String(level)] === true);
  return given.length > 0 ? given : [DEFAULT_LEVEL];
}

/** A line that replaces itself on a terminal, and is one of many elsewhere. On stderr: tables alone go to stdout. */
export function progress(text: string): void {
  process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${text}` : `${text}\n`);
}

/** Ends the line that progress() wrote. */
export function progressDone(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
}
