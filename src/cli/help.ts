/** `kolmo help TOPIC`: prints a section of docs/cli.md, which the package brings. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../native.js';
import { CliError } from './messages.js';
import { print } from './print.js';

interface Topic {
  readonly name: string;
  readonly title: string;
  readonly text: string;
}

/** The sections of the page. A topic's name is the first word of its title, in small letters, without marks. */
function topics(): readonly Topic[] {
  let page: string;
  try {
    page = readFileSync(join(packageRoot(), 'docs/cli.md'), 'utf8');
  } catch {
    return [];
  }
  return page
    .split(/^## /m)
    .slice(1)
    .map((text) => {
      const title = text.slice(0, text.indexOf('\n'));
      const name = /[a-z-]+/i.exec(title)?.[0].toLowerCase() ?? title;
      return { name, title, text: text.slice(title.length).trim() };
    });
}

export function topicNames(): readonly string[] {
  return topics().map(({ name }) => name);
}

/** Markdown as it reads on a terminal: without the marks that only a page needs. */
function plain(text: string): string {
  return text
    .replace(/^\|[-:| ]+\|\n/gm, '')
    .replace(/^\| (.*) \|$/gm, (_, row: string) => `  ${row.replaceAll(' | ', '\n      ')}`)
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/`/g, '');
}

export async function help(wanted: readonly string[]): Promise<void> {
  const all = topics();
  if (wanted.length === 0) {
    const list = all.map(({ name, title }) => `  ${name.padEnd(10)} ${plain(title)}\n`).join('');
    return print(`kolmo help TOPIC tells about\n${list}kolmo --help lists every option.\n`);
  }
  for (const name of wanted) {
    const topic = all.find((known) => known.name === name.toLowerCase());
    if (topic === undefined) throw new CliError(`no topic ${name}; there are ${all.map((known) => known.name).join(', ')}`);
    await print(`${plain(topic.title)}\n\n${plain(topic.text)}\n`);
  }
}
