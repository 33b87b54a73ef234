/** A report's page: reads what it carries, and answers to pointer and keys. */
import { charts } from './charts.js';
import { count, figure, make } from './dom.js';
import { File } from './file.js';
import { element, figures, summary } from './figures.js';
import { describe, spokenOf } from './panel.js';
import { Strip } from './strip.js';
import { STEPS, View, type Mode } from './view.js';

/** A byte that costs at least so much is costly, where the mean is lower. */
const COSTLY = 6;

function facts(): void {
  const { archiveBytes } = summary;
  const rows: readonly (readonly [string, string])[] = [
    ['file', `${count(figures.bytes)} bytes`],
    ['archive', `${count(archiveBytes)} bytes`],
    ['bits per byte', figures.bytes === 0 ? '–' : figure((8 * archiveBytes) / figures.bytes)],
    ['of the file', figures.bytes === 0 ? '–' : `${figure((100 * archiveBytes) / figures.bytes)} %`],
    ['kind', figures.kind],
    ['model', figures.graph],
    ...(figures.text === 'none' ? [] : [['words are codes by', figures.text === 'dict' ? 'the dictionary' : 'words of the file'] as const]),
  ];
  element('name').textContent = figures.name;
  element('command').textContent = figures.command;
  element('facts').replaceChildren(...rows.map(([name, value]) => make('div', {}, make('dt', {}, name), make('dd', {}, value))));
  element('legend').replaceChildren(
    ...[0, ...STEPS].map((step, heat) => make('span', { class: `h${heat}`, title: heat === 0 ? `less than ${STEPS[0]} bits` : `${step} bits or more` }, String(step).replace(/^0\./, '.'))),
  );
  const { kept } = figures;
  const some = `${count(kept.count)} coded bytes: one in ${count(kept.spread)}, and the costliest of the others`;
  const likely = `up to ${kept.guesses} of at least ${figure(100 * kept.least, 2)} %`;
  element('kept').textContent = kept.all
    ? `Predictions (${likely}) and what each part of the model said are kept of every coded byte.`
    : kept.guessedAll
      ? `Predictions (${likely}) are kept of every coded byte; what each part of the model said, of ${some}.`
      : `Costs are kept of every byte; predictions (${likely}) and what each part of the model said, of ${some}.`;
  element('footer').textContent = `The costs of all bytes add up to the ${count(summary.modelBits / 8)} bytes of the archive's coded data. Made by ${figures.command}.`;
}

function isDark(): boolean {
  const chosen = document.documentElement.style.colorScheme;
  return chosen === '' ? matchMedia('(prefers-color-scheme: dark)').matches : chosen === 'dark';
}

async function main(): Promise<void> {
  facts();
  const file = await File.read();
  const mean = summary.modelBits / Math.max(1, file.length);
  const costly = Math.max(1, Math.min(COSTLY, 4 * mean));
  const go = (at: number | undefined): void => {
    if (at !== undefined) shown.select(at, true);
  };
  const strip = new Strip(file, go);
  const nextKept = (step: 1 | -1): void => go(file.keptFrom(shown.selected, step));
  const show = (at: number): void => describe(file, at, () => nextKept(1));
  const shown: View = new View(
    file,
    (at) => {
      show(at);
      element('spoken').textContent = spokenOf(file, at);
      strip.draw(at);
    },
    (at) => show(at ?? shown.selected),
  );

  const setMode = (mode: Mode): void => {
    shown.show(mode);
    for (const each of ['text', 'hex']) element(`as-${each}`).setAttribute('aria-pressed', String(each === mode));
  };
  const setTheme = (): void => {
    document.documentElement.style.colorScheme = isDark() ? 'light' : 'dark';
    strip.draw(shown.selected);
  };
  /* From one costly byte to the next, over those that belong to the same unit. */
  const nextCostly = (step: 1 | -1): void => {
    const { start, end } = file.unit(shown.selected);
    for (let at = step > 0 ? end : start - 1; at >= 0 && at < file.length; at += step) {
      const unit = file.unit(at);
      if (file.costOf(unit.start, unit.end) >= costly) return go(unit.start);
    }
  };
  const dialog = (id: string): HTMLDialogElement => element<HTMLDialogElement>(id);
  const ask = (): void => {
    dialog('goto-dialog').showModal();
    element<HTMLInputElement>('offset').select();
  };
  element('goto-form').addEventListener('submit', () => {
    const at = Number(element<HTMLInputElement>('offset').value.replaceAll(/[,_\s]/g, ''));
    if (Number.isFinite(at)) go(Math.floor(at));
    element('view').focus();
  });

  element('theme').addEventListener('click', setTheme);
  element('as-text').addEventListener('click', () => setMode('text'));
  element('as-hex').addEventListener('click', () => setMode('hex'));
  element('next').addEventListener('click', () => nextCostly(1));
  element('previous').addEventListener('click', () => nextCostly(-1));
  element('goto').addEventListener('click', ask);
  element('keys').addEventListener('click', () => dialog('keys-dialog').showModal());
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => strip.draw(shown.selected));

  const moves: Readonly<Record<string, (event: KeyboardEvent) => void>> = {
    ArrowLeft: () => shown.select(shown.selected - 1, false),
    ArrowRight: () => shown.select(shown.selected + 1, false),
    ArrowUp: () => shown.moveRows(-1),
    ArrowDown: () => shown.moveRows(1),
    PageUp: () => shown.moveRows(-shown.rowsSeen),
    PageDown: () => shown.moveRows(shown.rowsSeen),
    Home: ({ ctrlKey }) => (ctrlKey ? shown.select(0, false) : shown.toRowEnd(false)),
    End: ({ ctrlKey }) => (ctrlKey ? shown.select(file.length - 1, false) : shown.toRowEnd(true)),
  };
  const commands: Readonly<Record<string, () => void>> = {
    n: () => nextCostly(1),
    N: () => nextCostly(-1),
    d: () => nextKept(1),
    D: () => nextKept(-1),
    g: ask,
    x: () => setMode(shown.mode === 'hex' ? 'text' : 'hex'),
    t: setTheme,
    '?': () => dialog('keys-dialog').showModal(),
  };
  element('view').addEventListener('keydown', (event) => {
    const move = moves[event.key];
    if (move === undefined || event.altKey || event.metaKey) return;
    event.preventDefault();
    move(event);
  });
  document.addEventListener('keydown', (event) => {
    const isTyping = event.target instanceof HTMLInputElement || document.querySelector('dialog[open]') !== null;
    if (isTyping || event.altKey || event.ctrlKey || event.metaKey) return;
    const command = commands[event.key];
    if (command === undefined) return;
    event.preventDefault();
    command();
  });

  charts(go);
  setMode(figures.view === 'hex' ? 'hex' : 'text');
  if (file.length > 0) shown.select(0, false);
  else show(0);
  document.body.dataset['ready'] = 'yes';
}

main().catch((error: unknown) => {
  const problem = element('problem');
  problem.hidden = false;
  problem.textContent = `This page could not be shown: ${error instanceof Error ? error.message : String(error)}. It takes a browser of 2024 or later.`;
  throw error;
});
