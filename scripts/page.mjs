// Makes dist/report/page.html, what `kolmo report` fills in: page/index.html with its styles and its program in it, and the licences of what
// the program was bundled from.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './bootstrap.mjs';

/** The packages that the bundle holds parts of, by what esbuild says it read. */
function packagesOf(inputs) {
  return [...new Set(Object.keys(inputs).flatMap((path) => /(?:^|.*\/)node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []))].sort();
}

/** Each licence's text once, with the packages that have it; what a comment in HTML can't hold is taken out. */
function notices(packages) {
  const byText = new Map();
  for (const path of packages) {
    const folder = join(root, path);
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    const text = file === undefined ? String(license) : readFileSync(join(folder, file), 'utf8').trim();
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version}`]);
  }
  const all = [...byText].map(([text, names]) => `${names.join(', ')}:\n${text}`).join('\n\n');
  return `This page holds parts of other programs.\n\n${all}`.replaceAll('--', '- -');
}

async function makePage() {
  const esbuild = await import(pathToFileURL(join(root, 'node_modules/esbuild/lib/main.js')).href);
  const bundle = async (entry) => {
    const { outputFiles, metafile } = await esbuild.build({
      absWorkingDir: root,
      entryPoints: [entry],
      bundle: true,
      minify: true,
      write: false,
      metafile: true,
      format: 'iife',
      target: ['chrome123', 'firefox120', 'safari17.5'],
      legalComments: 'none',
      logLevel: 'warning',
    });
    return { text: outputFiles[0].text, inputs: metafile.inputs };
  };
  const program = await bundle('page/main.ts');
  const style = await bundle('page/page.css');
  if (/<\/script|<!--/i.test(program.text)) throw new Error('page/main.ts: its bundle would end the script element that holds it');
  const page = readFileSync(join(root, 'page/index.html'), 'utf8')
    .replace('/*page.css*/', () => style.text.trim())
    .replace('/*page.js*/', () => program.text.trim())
    .replace('</html>', () => `<!--\n${notices(packagesOf(program.inputs))}\n-->\n</html>`);
  const to = join(root, 'dist/report/page.html');
  if (!existsSync(dirname(to))) mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, page);
}

await makePage();
