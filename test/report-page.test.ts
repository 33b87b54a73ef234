/** Reports in a real browser: what they show, by pointer and by keys, in light and dark, wide and narrow. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compressSync } from '../src/index.js';
import { reportOf } from '../src/report/report.js';
import { traceOf } from '../src/report/trace.js';
import { kinds } from './support/kinds.js';

const CHROMIUM = '/usr/bin/chromium';

const prose = readFileSync('test/sample/prose.txt').subarray(0, 6_000);
/* More rows than a browser can lay out at their height, and more bytes than have all of them kept. */
const long = Buffer.alloc(1_080_000, 'a line\n\n\n\n\n');

/* What would run, or ask for something, were it read as HTML; marks that turn what follows round; bytes that are no UTF-8. */
const hostile = '</script><script>alert(1)</script><img src="http://example.invalid/x" onerror="alert(2)"><!-- \u202e\u0000\u0301\ufffe\ud800';

/** Folder of the pages. */
let folder = '';
let browser: Browser;

async function write(name: string, data: Uint8Array, level: number, title = name): Promise<void> {
  writeFileSync(join(folder, `${name}.html`), reportOf(await traceOf(data, { level }, () => {}), { name: title, command: `kolmo -${level} ${title}` }));
}

interface Shown {
  readonly page: Page;
  /** What went wrong, and every address that was asked for but the page's own. */
  readonly complaints: string[];
}

async function show(name: string, options: BrowserContextOptions = {}): Promise<Shown> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const own = pathToFileURL(join(folder, `${name}.html`)).href;
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (request.url() !== own) complaints.push(`asked for ${request.url()}`);
  });
  await page.goto(own);
  await page.waitForSelector('body[data-ready]');
  return { page, complaints };
}

const detail = (page: Page): Promise<string> => page.innerText('#detail');
const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  await page.focus('#view');
  for (const key of keys) await page.keyboard.press(key);
};
const overflow = (page: Page): Promise<number> => page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
const ground = (page: Page): Promise<string> => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');

describe.skipIf(!existsSync(CHROMIUM))('a report in a browser (Debian: chromium)', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kolmo-report-'));
    await write('prose', prose, 5);
    await write('records', kinds.records, 1);
    await write('long', long, 1);
    await write('empty', Buffer.alloc(0), 1);
    await write('one', Buffer.from('1'), 5);
    await write('hostile', Buffer.from(hostile), 1, hostile);
    const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
    browser = await chromium.launch({ executablePath: CHROMIUM, headless: true, args });
  });
  afterAll(async () => {
    await browser?.close();
    if (folder !== '') rmSync(folder, { recursive: true, force: true });
  });

  it('tells the size of the archive, to the byte', async () => {
    const { page, complaints } = await show('prose');
    const size = compressSync(prose, { level: 5 }).length;
    const summary = JSON.parse((await page.textContent('#kolmo-summary')) ?? '') as Record<string, number>;
    expect(summary['archiveBytes']).toBe(size);
    expect(await page.innerText('#facts')).toContain(`${size.toLocaleString('en-US')} bytes`);
    expect(await page.innerText('#parts .sum')).toContain(size.toLocaleString('en-US'));
    for (const chart of ['curve', 'gain', 'kinds', 'components', 'time']) expect(await page.locator(`#${chart} svg[role=img]`).count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });

  it('shows what was predicted for the byte under the pointer, and under the finger', async () => {
    const { page, complaints } = await show('prose');
    const cell = page.locator('#rows [data-at="170"]');
    await cell.hover();
    const said = await detail(page);
    expect(said).toContain('offset 170 ');
    expect(said).toMatch(/What the model thought likely[\s\S]*%[\s\S]*What each part of the model said[\s\S]*network[\s\S]*stages behind/);
    expect(await page.locator('.guesses tr.came').count()).toBeGreaterThan(0);
    await page.mouse.move(5, 5);
    expect(await detail(page)).toContain('offset 0 ');
    await cell.click();
    await page.mouse.move(5, 5);
    expect(await detail(page)).toBe(said);
    expect(await cell.getAttribute('class')).toContain('chosen');
    expect(complaints).toEqual([]);
  });

  it('moves by keys', async () => {
    const { page, complaints } = await show('prose');
    const offset = async (): Promise<number> => Number(/offset ([\d,]+)/.exec(await detail(page))?.[1]?.replaceAll(',', ''));
    await press(page, 'ArrowRight', 'ArrowRight', 'ArrowLeft');
    expect(await offset()).toBe(1);
    await press(page, 'ArrowDown', 'Home');
    const second = await offset();
    expect(second).toBeGreaterThan(10);
    await press(page, 'ArrowUp');
    expect(await offset()).toBe(0);
    await press(page, 'Control+End');
    expect(await offset()).toBe(prose.length - 1);
    await press(page, 'PageUp', 'Control+Home', 'n');
    expect(await offset()).toBeGreaterThan(0);
    await press(page, 'N', 'x');
    expect(await page.locator('#rows .hex').count()).toBeGreaterThan(5);
    await press(page, 'g');
    await page.keyboard.type('0x100');
    await page.keyboard.press('Enter');
    expect(await offset()).toBe(256);
    await press(page, '?');
    expect(await page.locator('dialog[open]').count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(complaints).toEqual([]);
  });

  it('shows binary data as hex', async () => {
    const { page, complaints } = await show('records');
    const row = await page.innerText('#rows .row:nth-child(1)');
    expect(row.replaceAll(/\s+/g, ' ')).toMatch(new RegExp(`^00000000 ?${[...kinds.records.subarray(0, 16)].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ?')}`));
    expect(complaints).toEqual([]);
  });

  it('shows the end of a file of very many rows', async () => {
    const { page, complaints } = await show('long');
    expect(await page.locator('#rows .row').count()).toBeLessThan(200);
    await press(page, 'Control+End');
    expect(await detail(page)).toContain(`offset ${(long.length - 1).toLocaleString('en-US')} `);
    const box = await page.locator('#view').boundingBox();
    const chosen = await page.locator('.chosen').boundingBox();
    expect(chosen?.y).toBeGreaterThan(box?.y ?? 0);
    expect((chosen?.y ?? 0) + (chosen?.height ?? 0)).toBeLessThanOrEqual((box?.y ?? 0) + (box?.height ?? 0) + 1);
    await press(page, 'D');
    expect(await detail(page)).toContain('What each part of the model said');
    await page.locator('#strip').click({ position: { x: 300, y: 10 } });
    expect(await page.locator('.chosen').count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  it('fits a telephone, light or dark', async () => {
    const { page, complaints } = await show('prose', { viewport: { width: 390, height: 844 }, colorScheme: 'dark', hasTouch: true });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    const dark = await ground(page);
    await page.locator('#rows .row:nth-child(5) .text span').nth(3).tap();
    expect(await detail(page)).toContain('What the model thought likely');
    await page.locator('#as-hex').tap();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.locator('#theme').tap();
    const light = await ground(page);
    expect(light).not.toBe(dark);
    expect(complaints).toEqual([]);
    const other = await show('prose', { colorScheme: 'light' });
    expect(await ground(other.page)).toBe(light);
  });

  it('shows what would be HTML as it is written', async () => {
    const { page, complaints } = await show('hostile');
    page.on('dialog', (dialog) => {
      complaints.push(dialog.message());
      void dialog.dismiss();
    });
    expect(await page.innerText('#name')).toContain('</script><script>alert(1)</script><img');
    expect(await page.innerText('#rows')).toContain('<img src=');
    await press(page, 'End', 'ArrowLeft', 'x', 'x');
    expect(await page.locator('img').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('can be of nothing, or of one byte', async () => {
    const empty = await show('empty');
    expect(await detail(empty.page)).toContain('empty');
    expect(empty.complaints).toEqual([]);
    const one = await show('one');
    await press(one.page, 'ArrowRight', 'ArrowDown', 'PageDown', 'n', 'd');
    expect(await detail(one.page)).toContain('offset 0 ');
    expect(one.complaints).toEqual([]);
  });
});
