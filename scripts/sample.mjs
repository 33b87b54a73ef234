// node scripts/sample.mjs: writes test/sample, four kinds of text made up for this project (no data of anybody's), the
// same bytes at every run. `npm run demo` and the tests use them; regenerating must leave git without a difference.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../test/sample/', import.meta.url));

let state = 20_251_121;
function below(n) {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * n);
}
const pick = (list) => list[below(list.length)];
/** The first entries more often than the last, as words and users are. */
const pickUneven = (list) => list[Math.min(below(list.length), below(list.length))];
const pad = (n, width = 2) => String(n).padStart(width, '0');
const capital = (text) => text[0].toUpperCase() + text.slice(1);

const people = ['Ada', 'Bruno', 'Chiara', 'Dmitri', 'Esra', 'Femi', 'Greta', 'Hugo', 'Ines', 'Jun', 'Kofi', 'Lena'];
const places = ['harbour', 'mill', 'north pier', 'lighthouse', 'market hall', 'ferry house', 'old quarry', 'river lock'];
const things = ['lamp', 'ledger', 'kettle', 'rope', 'map', 'letter', 'boat', 'lantern', 'clock', 'bell', 'net', 'ladder'];
const kinds = ['small', 'rusty', 'borrowed', 'green', 'heavy', 'half-finished', 'well-kept', 'nameless', 'second', 'patient'];
const deeds = ['carried', 'mended', 'painted', 'found', 'lost', 'sold', 'counted', 'described', 'hid', 'returned', 'weighed'];
const weathers = ['the fog lifted', 'rain came in from the sea', 'the wind turned', 'frost lay on the planks', 'the sun stood low'];
const reasons = [
  'because nobody else would', 'as the guild had asked', 'without a word', 'before the tide turned', 'for the third time that week',
  'though the price was poor', 'to settle an old bet', 'while the children watched', 'and wrote the hour beside it',
];
const asides = [
  'Such days were not rare.', 'It was, all things considered, a fair exchange.', 'The ledger says no more about it.',
  'What is repeated is easily foretold; what is new has to be spelled out.', 'Who keeps good notes forgets cheaply.',
];

function sentence() {
  const thing = () => `the ${below(3) ? `${pickUneven(kinds)} ` : ''}${pickUneven(things)}`;
  switch (below(6)) {
    case 0:
      return `${capital(pick(weathers))}, and ${pickUneven(people)} ${pick(deeds)} ${thing()} at the ${pick(places)}.`;
    case 1:
      return `At the ${pick(places)} ${pickUneven(people)} ${pick(deeds)} ${thing()}, ${pick(reasons)}.`;
    case 2:
      return `“Who ${pick(deeds)} ${thing()}?” asked ${pickUneven(people)}; “${pickUneven(people)} did, ${pick(reasons)}.”`;
    case 3:
      return `${pickUneven(people)} and ${pickUneven(people)} ${pick(deeds)} ${thing()} ${pick(reasons)}.`;
    case 4:
      return pick(asides);
    default:
      return `By ${pick(['noon', 'evening', 'four o’clock', 'the last bell'])} ${pick(weathers)}, so ${thing()} was ${pick(deeds)} no more.`;
  }
}

function prose(size) {
  let text = '';
  for (let chapter = 1; text.length < size; chapter++) {
    text += `${chapter > 1 ? '\n' : ''}Chapter ${chapter}. ${capital(pick(kinds))} ${pick(things)}s of the ${pick(places)}\n`;
    for (let paragraph = 0; paragraph < 5; paragraph++) {
      text += `\n${Array.from({ length: 4 + below(5) }, sentence).join(' ')}\n`;
    }
  }
  return text;
}

function json(count) {
  const records = Array.from({ length: count }, (_, index) => ({
    id: 4_100 + index * 3 + below(3),
    owner: { name: pickUneven(people), active: below(5) > 0 },
    item: `${pick(kinds)} ${pickUneven(things)}`,
    place: pick(places),
    price: Number(`${5 + below(240)}.${pad(below(100))}`),
    tags: Array.from({ length: below(4) }, () => pickUneven(things)),
    returned: below(3) ? `2025-${pad(1 + below(12))}-${pad(1 + below(28))}` : null,
  }));
  return `${JSON.stringify({ version: 2, records }, null, 2)}\n`;
}

function log(count) {
  const paths = ['/', '/items', '/items/{}', '/login', '/search?q={}', '/assets/app.css', '/api/v2/orders/{}'];
  const addresses = Array.from({ length: 24 }, () => `10.${below(4)}.${below(256)}.${1 + below(254)}`);
  let ms = 8 * 3_600_000;
  let text = '';
  for (let line = 0; line < count; line++) {
    ms += below(900);
    const [h, m, s] = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60, Math.floor(ms / 1_000) % 60];
    const status = pickUneven([200, 200, 200, 304, 404, 302, 500]);
    const path = pickUneven(paths).replace('{}', String(100 + below(900)));
    const level = status === 500 ? 'ERROR' : status === 404 ? 'WARN ' : 'INFO ';
    text += `2025-11-21T${pad(h)}:${pad(m)}:${pad(s)}.${pad(ms % 1_000, 3)}Z ${level} web[${2_210 + below(4)}] ${pickUneven(addresses)} `;
    text += `"${below(6) ? 'GET' : 'POST'} ${path}" ${status} ${status === 304 ? 0 : 180 + below(9_000)}B ${1 + below(40)}ms\n`;
  }
  return text;
}

function csv(count) {
  let text = 'station,time,temperature_c,humidity_pct,wind_ms,pressure_hpa,note\n';
  const weather = [120, 60, 40, 10_130];
  for (let row = 0; row < count; row++) {
    const step = [below(9) - 4, below(7) - 3, below(9) - 4, below(5) - 2];
    for (let i = 0; i < 4; i++) weather[i] = Math.max(weather[i] + step[i], 5);
    const [t, h, w, p] = weather;
    const note = below(12) ? '' : `"${pick(weathers)}, ${pick(kinds)}"`;
    text += `ST${pad(1 + (row % 6))},2025-11-${pad(1 + (Math.floor(row / 24) % 30))} ${pad(row % 24)}:00,`;
    text += `${(t / 10).toFixed(1)},${Math.min(h, 100)},${(w / 10).toFixed(1)},${(p / 10).toFixed(1)},${note}\n`;
  }
  return text;
}

const files = { 'prose.txt': prose(24_000), 'records.json': json(85), 'server.log': log(230), 'weather.csv': csv(340) };
for (const [name, text] of Object.entries(files)) writeFileSync(folder + name, text);
