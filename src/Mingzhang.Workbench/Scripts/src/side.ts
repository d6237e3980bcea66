// What is wrong, with its figures and the likely cure; and the sums at the foot.

import { fenOf, shown } from './amount';
import { button, fill, harmless, make } from './dom';
import { balancesOf, groupOf, off, sumsOf, totalsOf } from './sums';
import type { Table } from './table';
import type { Finding, Opened, Refusal, Row, Sum } from './types';

const mostShown = 30;

export type Acts = { go(row: Row, field: string): void; put(row: Row, field: string, value: string): void; choose(row: Row, mine: boolean): void; check(): Promise<{ count: number; findings: Finding[] } | null>; last(): Row | null };

export class Side {
  readonly problems = make('section', { class: 'problems', 'aria-label': '' });
  readonly text = make('section', { class: 'problems text' });
  readonly foot = make('section', { class: 'totals' });

  constructor(private readonly table: Table, private readonly opened: Opened, private readonly income: boolean, private readonly acts: Acts) {
    this.problems.setAttribute('aria-label', opened.words.problems);
    this.foot.setAttribute('aria-label', opened.words.totals);
    this.text.setAttribute('aria-label', opened.words.check);
    this.offer();
  }

  // The text is composed and checked when it is asked for: by far the most work of this page.
  private offer(...told: HTMLElement[]) {
    const { words } = this.opened, ask = button(words.check, () => {
      ask.disabled = true;
      ask.textContent = words.checking;
      this.acts.check().then(found => {
        if (!found) this.offer(make('p', { class: 'notice', role: 'status' }, words.checkFailed));
        else this.offer(make('h3', { role: 'status' }, fill(words.checked, found.count)), make('ul', { class: 'plain' }, ...found.findings.map(f => make('li', { class: f.severity }, make('b', {}, harmless(f.message)), ...(f.equation ? [make('p', { class: 'equation' }, f.equation)] : []), ...(f.suggestion ? [' ', harmless(f.suggestion)] : []), ' ', make('small', {}, f.rule)))));
      }).catch(() => this.offer(make('p', { class: 'notice', role: 'status' }, words.checkFailed)));
    });
    this.text.replaceChildren(make('p', {}, ask), ...told);
  }

  draw(others: Sum[], refused: Refusal[]) {
    const words = this.opened.words, own = sumsOf(this.table.rows, this.table.columns);
    const all = [...own, ...others.filter(s => (s[0] === 'expenditure') === this.income)];
    const items: HTMLElement[] = [];
    for (const row of [...this.table.gone, ...this.table.rows]) {
      if (items.length >= mostShown) break;
      if (row.conflict) items.push(this.clash(row));
      row.faults.forEach(f => items.push(this.fault(row, f)));
    }
    refused.forEach(r => items.push(make('li', { class: 'error' }, make('b', {}, r.message), ' ', r.remedy)));
    this.over(all, items);
    this.balance(all, items);
    this.problems.replaceChildren(make('h3', {}, words.problems + (items.length > 0 ? ' ' + items.length : '')), items.length === 0 ? make('p', { class: 'none' }, words.noProblems) : make('ul', { class: 'plain' }, ...items));
    this.totals(all);
  }

  private fault(row: Row, f: { field: string; message: string; remedy: string; fixes: [string, string][] }) {
    const item = make('li', { class: 'error' }, this.link(row, f.field), ' ', make('b', {}, f.message), ' ', f.fixes.length > 0 ? '' : f.remedy);
    f.fixes.forEach(([value, label]) => item.append(' ', button(fill(this.opened.words.take, label), () => this.acts.put(row, f.field, value), { class: 'fix' })));
    return item;
  }

  private clash(row: Row) {
    const { words } = this.opened, { now, who, at } = row.conflict!, item = make('li', { class: 'error clash' }, row.removed ? words.removedHere : this.link(row, ''), ' ', make('b', {}, fill(now ? words.changedBy : words.removedBy, who || words.somebody, when(at))));
    if (now && !row.removed) {
      const differ = this.table.columns.map((c, i) => ({ c, mine: row.cells[i], theirs: String(now[i + 2]), base: row.saved?.[i] })).filter(d => d.mine !== d.theirs);
      item.append(make('table', { class: 'list' }, make('thead', {}, make('tr', {}, make('th', { scope: 'col' }, words.column), make('th', { scope: 'col' }, words.mine), make('th', { scope: 'col' }, words.theirs))),
        make('tbody', {}, ...differ.map(d => make('tr', {}, make('th', { scope: 'row' }, d.c.title), make('td', {}, harmless(d.mine)), make('td', {}, harmless(d.theirs)))))));
    }
    item.append(make('p', {}, button(words.takeMine, () => this.acts.choose(row, true)), ' ', button(words.takeTheirs, () => this.acts.choose(row, false))));
    return item;
  }

  // Above a control figure: both sides, the difference, and how many lines it is made of.
  private over(sums: Sum[], items: HTMLElement[]) {
    if (this.income) return;
    for (const t of totalsOf(sums, this.opened.controls, this.opened.fiscal).filter(t => t.control !== null && t.fen > t.control)) {
      const item = make('li', { class: 'error' }, make('b', {}, fill(this.opened.words.over, this.fund(t.fund), this.group(t.group))), this.equation(this.opened.words.asked, t.fen, this.opened.words.control, t.control!, '>'));
      this.cure(item, r => r.cells[this.column('fund')] === t.fund && groupOf(r.cells[this.column('nature')]) === t.group, t.control! - t.fen);
      items.push(item);
    }
  }

  private balance(sums: Sum[], items: HTMLElement[]) {
    for (const b of balancesOf(sums, this.opened.fiscal)) {
      const difference = off(b);
      if (difference === 0) continue;
      const item = make('li', { class: 'warning' }, make('b', {}, fill(this.opened.words.unbalanced, this.fund(b.fund))), this.equation(this.opened.words.resources, b.resources + (difference > 0 ? b.surplus : 0), this.opened.words.uses, b.uses, '≠'));
      const side = this.income ? difference : -difference, measure = this.column('measure');
      this.cure(item, r => r.cells[this.column('fund')] === b.fund && (measure < 0 || ['income', 'carried-in'].includes(r.cells[measure])), side);
      items.push(item);
    }
  }

  private equation(left: string, one: number, right: string, other: number, sign: string) {
    return make('p', { class: 'equation' }, `${left} ${shown(one)} ${sign} ${right} ${shown(other)}`, make('br'), fill(this.opened.words.difference, shown(Math.abs(one - other))));
  }

  // Most likely the cell that was changed last: with one click it takes up the difference.
  private cure(item: HTMLElement, fits: (row: Row) => boolean, difference: number) {
    const row = this.acts.last(), amount = row ? fenOf(row.cells[this.column('fen')]) : null;
    if (!row || amount === null || !this.table.may || !this.table.rows.includes(row) || !fits(row) || amount + difference <= 0) return;
    item.append(button(fill(this.opened.words.cure, this.table.rows.indexOf(row) + 1, shown(amount), shown(amount + difference)), () => this.acts.put(row, 'fen', shown(amount + difference)), { class: 'fix' }));
  }

  private totals(sums: Sum[]) {
    const { words, controls } = this.opened, head = (...names: string[]) => make('thead', {}, make('tr', {}, ...names.map((n, i) => make('th', { scope: 'col', ...(i > 1 ? { class: 'n' } : {}) }, n))));
    const cell = (fen: number | null, bad = false) => make('td', { class: bad ? 'n bad' : 'n' }, fen === null ? '' : shown(fen));
    const body = make('tbody'), funds = (f: string) => this.fund(f);
    let sum = 0;
    if (this.income) {
      for (const [measure, fund, , fen] of sums.filter(s => s[0] !== 'expenditure')) { sum += fen; body.append(make('tr', {}, make('td', {}, this.name('measure', measure)), make('td', {}, funds(fund)), cell(fen))); }
    } else {
      for (const t of totalsOf(sums, controls, this.opened.fiscal)) {
        sum += t.fen;
        body.append(make('tr', {}, make('td', {}, funds(t.fund)), make('td', {}, this.group(t.group)), cell(t.fen), ...(controls.length > 0 ? [cell(t.control), cell(t.control === null ? null : t.control - t.fen, t.control !== null && t.fen > t.control)] : [])));
      }
    }
    body.append(make('tr', { class: 'total' }, make('td', {}, words.whole), make('td'), cell(sum), ...(controls.length > 0 && !this.income ? [make('td'), make('td')] : [])));
    const names = this.income ? [words.measure, words.fund, words.amount] : [words.fund, words.nature, words.amount, ...(controls.length > 0 ? [words.control, words.remaining] : [])];
    this.foot.replaceChildren(make('table', { class: 'list' }, make('caption', {}, words.totals), head(...names), body));
  }

  private column(key: string) { return this.table.columns.findIndex(c => c.key === key); }

  private name(key: string, value: string) { return this.table.columns[this.column(key)]?.choices.find(c => c[0] === value)?.[1] ?? value; }

  private fund(key: string) { return this.opened.funds[key] ?? harmless(key); }

  private group(key: string) { return this.opened.groups[key] ?? harmless(key); }

  private link(row: Row, field: string) {
    const column = this.table.columns.find(c => c.key === field);
    return button(fill(this.opened.words.cell, this.table.rows.indexOf(row) + 1, column?.title ?? ''), () => this.acts.go(row, field), { class: 'goto' });
  }
}

function when(at: string) { return at === '' ? '' : new Date(at).toLocaleString(document.documentElement.lang); }
