// Takes every step of docs/guide in a real browser and makes its pictures: node tests/tools/guide-pictures.mjs
// Needs chromium and, once, npm install --prefix build/tools puppeteer-core@24. The steps are those of the texts, in their order.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const { default: puppeteer } = await import(join(root, 'build/tools/node_modules/puppeteer-core/lib/esm/puppeteer/puppeteer-core.js'));
const program = process.env.MINGZHANG_PROGRAM ?? join(root, 'mingzhang');
const pictures = join(root, 'docs', 'images', 'guide');
const folder = mkdtempSync(join(tmpdir(), 'mingzhang-guide-'));
const password = 'Yunxi-2026-archive';
const lines = join(root, 'docs', 'examples', 'lines.csv');
const running = [];

// A server of its own for each part; what it says to begin with holds the address of the first account.
function serve(port, ...more) {
  return new Promise((resolve, reject) => {
    const server = spawn(program, ['serve', '--url', `http://127.0.0.1:${port}`, ...more], { cwd: folder });
    running.push(server);
    let said = '';
    server.stderr.on('data', d => {
      said += d;
      if (said.includes('/work') ? /open http\S+\/work\/first\?code=\w+ and/.test(said) : said.includes('Ctrl+C.')) {
        // The line about the workbench follows the other at once.
        setTimeout(() => resolve({ base: `http://127.0.0.1:${port}`, code: /code=(\w+)/.exec(said)?.[1] }), 500);
      }
    });
    server.on('exit', c => reject(new Error(`serve ended with ${c}: ${said}`)));
  });
}

const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });

async function window() {
  const page = await (await browser.createBrowserContext()).newPage();
  await page.setViewport({ width: 1100, height: 720 });
  return page;
}

async function send(page, selector) {
  await page.$$eval('details', all => all.forEach(d => { d.open = true; }));
  await Promise.all([page.waitForNavigation(), page.click(selector)]);
}

async function fill(page, form, values) {
  await page.$$eval('details', all => all.forEach(d => { d.open = true; }));
  for (const [name, value] of Object.entries(values)) {
    const field = `${form} [name=${name}]`;
    await (await page.$eval(field, e => e.tagName) === 'SELECT' ? page.select(field, value) : page.type(field, value));
  }
}

async function both(page, address, name, until = 'main') {
  for (const [language, at] of [['zh', address], ['en', address + (address.includes('?') ? '&' : '?') + 'lang=en']]) {
    await page.goto(at);
    await page.waitForSelector(until);
    mkdirSync(join(pictures, language), { recursive: true });
    await page.screenshot({ path: join(pictures, language, name + '.png') });
  }
}

async function said(page, words) {
  const text = await page.$eval('main', m => m.innerText);
  if (!text.includes(words)) {
    throw new Error(`${page.url()} does not say ${words}:\n${text}`);
  }
}

async function readers() {
  const { base } = await serve(5187, '--demo');
  const page = await window();
  await page.goto(base);
  await page.type('#q2', '方言保护局');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  const department = await page.$eval('main a[href*="/d/"]', a => a.href);
  await both(page, department, 'department');
  await page.goto(department);
  const figure = await page.$eval('main .four a.fig, main a.fig', a => a.href);
  await both(page, figure, 'figure');
}

async function account(keeper, base, name, role, scope) {
  const form = 'form:has([value=give])';
  await keeper.goto(base + '/work/settings/people');
  await fill(keeper, form, { name, role, scope });
  await send(keeper, form + ' button');
  await keeper.goto(base + '/work/settings/people');
  await send(keeper, `form:has([value=invite]):has([value="${name}"]) button`);
  const invitation = /\/work\/invited\?code=\w+/.exec(await keeper.$eval('main', m => m.innerText))[0];
  const page = await window();
  await page.goto(base + invitation);
  await fill(page, 'main form', { password, again: password });
  await send(page, 'main form button');
  return page;
}

async function officers() {
  const { base, code } = await serve(5188, '--work', '--second-step', 'none', '--database', join(folder, 'try.db'));
  const keeper = await window();
  await keeper.goto(`${base}/work/first?code=${code}`);
  await fill(keeper, 'main form', { name: '周汇', title: '云溪市档案局', department: '201', year: '2026', password, again: password });
  await send(keeper, 'main form button');
  await keeper.goto(base + '/work/settings/units');
  await fill(keeper, 'form:has([value=unit])', { code: '201001', name: '云溪市档案局本级' });
  await send(keeper, 'form:has([value=unit]) button');
  const officer = await account(keeper, base, '吴填', 'unit', '201001');
  const reviewer = await account(keeper, base, '郑审', 'finance', '');

  const unit = base + '/work/reports/201001';
  const imported = async action => {
    await officer.goto(unit + '/import?year=2026');
    await (await officer.$('[type=file]')).uploadFile(lines);
    await send(officer, `main form button[value=${action}]`);
    await said(officer, '826.00');
  };
  const submitted = async (page, action) => {
    await page.goto(unit + '/submit?year=2026');
    await send(page, `form:has([value=${action}]) button`);
  };
  await imported('try');
  await imported('import');
  await both(officer, unit + '/spending?year=2026', 'spending', 'td[data-c]');
  await submitted(officer, 'submit');
  await submitted(keeper, 'gather');

  await both(reviewer, base + '/work/review?year=2026', 'board');
  await reviewer.goto(base + '/work/review/201001?year=2026');
  const row = await reviewer.$$eval('main tr', rows => rows.find(r => r.innerText.includes('公务接待')).querySelector('[name=about]').value);
  const comment = `form:has([value=comment]):has([value="${row}"])`;
  await fill(reviewer, comment, { said: '请附接待制度和上年次数' });
  await send(reviewer, comment + ' button');
  await both(reviewer, base + '/work/review/201001?year=2026', 'sheet');
  await reviewer.goto(base + '/work/review/201001?year=2026&lang=zh');
  await fill(reviewer, 'form:has([value=return])', { reason: '公务接待依据不足' });
  await send(reviewer, 'form:has([value=return]) button');
  await both(officer, unit + '/submit?year=2026', 'returned');
}

try {
  await readers();
  await officers();
} finally {
  await browser.close();
  running.forEach(s => { s.removeAllListeners('exit'); s.kill('SIGTERM'); });
  rmSync(folder, { recursive: true, force: true });
}
