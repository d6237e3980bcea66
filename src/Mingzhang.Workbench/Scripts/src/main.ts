// The grid of the workbench, over the plain form that stands in the page without it.

import { button, fill, make } from './dom';
import { Hands } from './keys';
import { Keeping } from './kept';
import { Live, type News } from './live';
import type { Option } from './picker';
import { Saver, type Sent } from './saver';
import { Side } from './side';
import { Table } from './table';
import type { Opened, Row, Sum } from './types';
import { View } from './view';

const patience = 20_000;

async function start(place: HTMLElement) {
  const { address, live: liveAddress, signin, unit } = place.dataset as Record<string, string>, income = place.dataset.part === 'income';
  const answer = await fetch(address, { headers: { Accept: 'application/json' } });
  if (!answer.ok) return;
  const opened = await answer.json() as Opened, { words, columns } = opened;
  let token = opened.token, sums: Sum[] = opened.sums, last: Row | null = null, stranger = false;

  const table = new Table(columns, columns.map(c => opened.blank[c.key] ?? ''), opened.may, opened.client + '-');
  table.open(opened.lines);
  const view = new View(table, words, place.dataset.label ?? '');
  view.names = columns.map(c => new Map(c.choices.map(o => [o[0], o[1]])));
  const prefix = `mingzhang/${opened.who}/${unit}/`, keeping = new Keeping(table, prefix + 'edits/', opened.client);

  const post = async (to: string, body: unknown): Promise<Sent> => {
    const sent = await fetch(to, { method: 'POST', headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'X-Form-Token': token }, body: JSON.stringify(body), signal: AbortSignal.timeout(patience) });
    return { status: sent.status, body: sent.headers.get('Content-Type')?.includes('json') ? await sent.json() as Sent['body'] : {} };
  };
  const again = async (): Promise<Opened | null> => {
    const sent = await fetch(address, { headers: { Accept: 'application/json' }, signal: AbortSignal.timeout(patience) });
    if (!sent.ok) return null;
    const now = await sent.json() as Opened;
    stranger = now.who !== opened.who;
    if (stranger) return null;
    token = now.token;
    return now;
  };
  const complete = (row: Row) => row !== view.row || columns.every((c, i) => row.cells[i] !== '' || ['details', 'procurement', 'project'].includes(c.key) || (income && c.key !== 'fen'));
  const saver: Saver = new Saver(table, opened.client, b => post(address, b), complete, async () => await again() !== null, () => draw(), s => { sums = s; });

  const side = new Side(table, opened, income, {
    go: (row, field) => { hands.go(table.rows.indexOf(row), Math.max(0, columns.findIndex(c => c.key === field))); view.input.focus(); },
    put: (row, field, value) => { table.set([{ row, column: columns.findIndex(c => c.key === field), value }]); changed(); },
    choose: (row, mine) => { table.choose(row, mine); changed(); },
    check: async () => {
      const sent = await fetch(place.dataset.checks!, { headers: { Accept: 'application/json' }, signal: AbortSignal.timeout(patience) });
      return sent.ok ? await sent.json() : null;
    },
    last: () => last,
  });

  const options = columns.map((c): Option[] => c.choices.map(([value, name, initials]) => ({ value, name, initials, above: '' })));
  const codes = new Map<string, [string, string][]>();
  columns.forEach((c, i) => {
    if (c.codes === '') return;
    void fetch(c.codes).then(r => r.ok ? r.json() : []).then((list: [string, string, string, string][]) => {
      options[i] = list.map(([value, name, initials, above]) => ({ value, name, initials, above }));
      view.names[i] = new Map(list.map(e => [e[0], e[1]]));
      codes.set(c.key, list.map(e => [e[0], e[1]]));
      view.draw(true);
    }).catch(() => { });
  });

  const state = make('b', { class: 'saving', role: 'status' }), people = make('span', { class: 'people' }), told = make('div', { class: 'told' });
  const undo = button(words.undo, () => { hands.undo(true); view.input.focus(); }), redo = button(words.redo, () => { hands.undo(false); view.input.focus(); });
  const bar = make('div', { class: 'gridbar' }, state, ...(opened.may ? [undo, redo, button(words.add, () => hands.addRow()), button(words.remove, () => hands.removeRows())] : []), people,
    make('details', { class: 'keys' }, make('summary', {}, words.keys), make('p', {}, words.keysAbout)));

  const hands = new Hands(table, view, c => options[c], key => codes.get(key) ?? [], () => changed(), () => moved(), () => notice(words.tooMany));
  place.append(bar, told, make('div', { class: 'gridmain' }, view.pane, make('div', { class: 'gridside' }, side.problems, side.text)), side.foot, view.spoken);
  place.hidden = false;
  document.querySelector('#plain-lines')?.remove();

  const live = new Live(liveAddress, b => post(liveAddress, b), opened.client, heard, () => { void again().then(now => { if (now) merge(now); }).catch(() => { }); });

  function changed() {
    const row = view.row;
    if (row && table.isDirty(row)) last = row;
    keeping.soon();
    draw();
    saver.pump();
  }

  function moved() {
    const row = view.row;
    live?.at(row?.id ?? '', columns[view.at.column].key);
    try { localStorage.setItem(prefix + 'place', `${row?.id ?? ''} ${view.at.column}`); } catch { /* where one was is only a convenience */ }
    saver.pump();
  }

  function draw() {
    keeping.soon();
    const n = table.places(), said = saver.said;
    state.textContent = said === 'signedOut' ? fill(stranger ? words.stranger : words.signedOut, n) : said === 'offline' ? fill(words.offline, n) : n === 0 ? words.saved : said === 'sending' ? fill(words.sending, n) : fill(words.unsaved, n);
    state.className = 'saving ' + (n === 0 && said !== 'offline' && said !== 'signedOut' ? 'good' : 'bad');
    if (said === 'signedOut') state.append(' ', make('a', { href: signin }, words.signIn));
    if (keeping.failed) state.append(' ', words.notKept);
    [undo.disabled, redo.disabled] = [!table.canUndo, !table.canRedo];
    view.draw(true);
    side.draw(sums, saver.refused);
  }

  function notice(text: string, ...acts: HTMLElement[]) { told.replaceChildren(make('p', { class: 'notice', role: 'status' }, text, ' ', ...acts)); }

  function heard(said: News) {
    if (said.people) {
      view.people = said.people.filter(p => p[0] !== opened.client);
      people.replaceChildren(...(view.people.length > 0 ? [fill(words.present, view.people.map(p => p[1] + where(p[2], p[3])).join('、'))] : []));
    }
    if (said.client !== opened.client) {
      if (said.sums) sums = said.sums;
      if (said.part === place.dataset.part) {
        const row = view.row;
        said.lines?.forEach(l => table.theirs(l, said.who ?? '', ''));
        said.removed?.forEach(id => table.lost(id, said.who ?? '', ''));
        // One stays in the line that one is in.
        if (row && table.rows.includes(row)) view.at.row = view.anchor.row = table.rows.indexOf(row);
        if (said.lines?.length || said.removed?.length) view.spoken.textContent = fill(words.changedNow, said.who ?? '');
      }
    }
    draw();
    saver.pump();
  }

  function where(id: string, field: string) {
    const at = table.rows.findIndex(r => r.id !== '' && r.id === id), column = columns.find(c => c.key === field);
    return at < 0 || !column ? '' : ' (' + fill(words.cell, at + 1, column.title) + ')';
  }

  function merge(now: Opened) {
    const present = new Set(now.lines.map(l => l[0]));
    now.lines.forEach(l => table.theirs(l, '', ''));
    table.rows.filter(r => r.id !== '' && !present.has(r.id)).forEach(r => table.lost(r.id, '', ''));
    sums = now.sums;
    draw();
    saver.retry();
  }

  const left = keeping.left();
  if (left.rows.length > 0 && opened.may) {
    notice(fill(words.left, left.rows.length), button(words.restore, () => { table.restore(left.rows); keeping.keep(); keeping.forget(left.names); told.replaceChildren(); changed(); }), button(words.discard, () => { keeping.forget(left.names); told.replaceChildren(); }));
  } else keeping.forget(left.names);

  // A lead names the line; else one comes back to where one was.
  const led = location.hash.startsWith('#line-') ? decodeURIComponent(location.hash.slice('#line-'.length)) : '';
  const [id, column] = (led ? led + ' 0' : localStorage.getItem(prefix + 'place') ?? ' 0').split(' '), known = table.rows.findIndex(r => r.id !== '' && r.id === id);
  // Drawn first: what has no height yet cannot be scrolled.
  draw();
  view.go(known < 0 ? 0 : known, known < 0 ? 0 : Number(column));
  if (led && known >= 0) {
    place.scrollIntoView({ block: 'nearest' });
    view.input.focus({ preventScroll: true });
  }
  addEventListener('online', () => saver.retry());
  // Signed in again in another window: the edits that waited go at once.
  document.addEventListener('visibilitychange', () => { if (!document.hidden && saver.said === 'signedOut') void again().then(now => { if (now) merge(now); }).catch(() => { }); });
}

const place = document.querySelector<HTMLElement>('#grid');
if (place) void start(place);
