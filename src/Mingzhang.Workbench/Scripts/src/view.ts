// The grid as it is seen: only the rows in sight are drawn, one input stands over the cell that one is in.

import { fenOf, shown } from './amount';
import { fill, harmless, make } from './dom';
import type { Table } from './table';
import type { Column, Person, Row } from './types';

const spare = 8;

export type Place = { row: number; column: number };

export class View {
  readonly pane = make('div', { class: 'pane' });
  readonly input = make('input', { class: 'at', autocomplete: 'off', spellcheck: 'false', 'aria-controls': 'grid-list', 'aria-autocomplete': 'list', maxlength: '2000' });
  readonly list = make('ul', { class: 'pick', role: 'listbox', id: 'grid-list', hidden: '' });
  readonly spoken = make('p', { class: 'hidden', role: 'status' });
  private readonly body = make('tbody');
  private readonly table: HTMLTableElement;
  private height = 0;
  private from = -1;
  private until = -1;
  at: Place = { row: 0, column: 0 };
  anchor: Place = { row: 0, column: 0 };
  people: Person[] = [];
  names: Map<string, string>[] = [];

  constructor(private readonly model: Table, private readonly words: Record<string, string>, label: string) {
    const columns = model.columns;
    this.table = make('table', { class: 'cells', role: 'grid', 'aria-label': label, 'aria-colcount': String(columns.length + 1), 'aria-multiselectable': 'true' },
      make('colgroup', {}, make('col', { class: 'c-no' }), ...columns.map(c => make('col', { class: 'c-' + c.key }))),
      make('thead', { role: 'rowgroup' }, make('tr', { role: 'row', 'aria-rowindex': '1' }, make('th', { scope: 'col', role: 'columnheader' }, '#'), ...columns.map(c => make('th', { scope: 'col', role: 'columnheader', ...(c.kind === 'amount' ? { class: 'n' } : {}) }, c.title)))));
    this.body.setAttribute('role', 'rowgroup');
    this.table.append(this.body);
    this.pane.append(this.table, this.input, this.list);
    this.pane.addEventListener('scroll', () => this.draw(false));
    addEventListener('resize', () => this.draw(true));
  }

  get row(): Row | undefined { return this.model.rows[this.at.row]; }

  /** The first and the last row and column of what is selected. */
  get range() {
    const { at, anchor } = this;
    return { top: Math.min(at.row, anchor.row), bottom: Math.min(Math.max(at.row, anchor.row), this.model.rows.length - 1), left: Math.min(at.column, anchor.column), right: Math.max(at.column, anchor.column) };
  }

  /** What a cell says to a reader. */
  say(row: Row, column: number): string {
    const c = this.model.columns[column], value = row.cells[column];
    if (c.kind === 'amount') return fenOf(value) === null ? value : shown(fenOf(value)!);
    const name = this.names[column]?.get(value);
    return name === undefined ? value : c.kind === 'code' ? value + ' ' + name : name;
  }

  /** Goes to a cell, and takes it into sight. */
  go(row: number, column: number, extend = false) {
    this.at = { row: Math.max(0, Math.min(row, this.model.rows.length - 1)), column: Math.max(0, Math.min(column, this.model.columns.length - 1)) };
    if (!extend) this.anchor = { ...this.at };
    this.reveal();
    this.draw(true);
    this.speak();
  }

  draw(anew: boolean) {
    const rows = this.model.rows;
    this.at.row = Math.min(this.at.row, Math.max(0, rows.length - 1));
    this.anchor.row = Math.min(this.anchor.row, Math.max(0, rows.length - 1));
    if (this.height === 0) this.measure();
    const from = Math.max(0, Math.floor(this.pane.scrollTop / this.height) - spare), until = Math.min(rows.length, Math.ceil((this.pane.scrollTop + this.pane.clientHeight) / this.height) + spare);
    if (!anew && from === this.from && until === this.until) return;
    [this.from, this.until] = [from, until];
    this.table.setAttribute('aria-rowcount', String(rows.length + 1));
    this.body.replaceChildren(this.gap(from), ...rows.slice(from, until).map((r, i) => this.line(r, from + i)), this.gap(rows.length - until));
    this.place();
  }

  /** The input over its cell. */
  place() {
    const cell = this.body.querySelector<HTMLElement>(`[data-r="${this.at.row}"][data-c="${this.at.column}"]`);
    this.input.hidden = !this.row;
    if (!cell) return;
    Object.assign(this.input.style, { left: cell.offsetLeft + 'px', top: cell.offsetTop + 'px', width: cell.offsetWidth + 'px', height: cell.offsetHeight + 'px' });
    Object.assign(this.list.style, { left: cell.offsetLeft + 'px', top: cell.offsetTop + cell.offsetHeight + 'px' });
    const column = this.model.columns[this.at.column];
    this.input.classList.toggle('n', column.kind === 'amount');
    this.input.setAttribute('aria-label', this.label(column));
    this.input.setAttribute('inputmode', column.kind === 'amount' ? 'decimal' : 'text');
    this.input.setAttribute('aria-invalid', String(this.row!.faults.some(f => f.field === column.key)));
    const picks = column.kind === 'choice' || column.kind === 'code';
    this.input.setAttribute('role', picks ? 'combobox' : 'textbox');
    if (picks) this.input.setAttribute('aria-expanded', String(!this.list.hidden));
    else ['aria-expanded', 'aria-activedescendant'].forEach(a => this.input.removeAttribute(a));
  }

  /** Which cell lies there; null where none does. */
  cellAt(target: EventTarget | null): Place | null {
    const cell = (target as Element | null)?.closest?.<HTMLElement>('td[data-c],th[data-r]');
    return cell ? { row: Number(cell.dataset.r), column: Number(cell.dataset.c ?? -1) } : null;
  }

  get pageRows() { return Math.max(1, Math.floor(this.pane.clientHeight / this.height) - 2); }

  private label(column: Column) { return fill(this.words.cell, this.at.row + 1, column.title) + ' ' + harmless(this.say(this.row!, this.at.column)); }

  private speak() {
    if (!this.row) return;
    const fault = this.row.faults.find(f => f.field === this.model.columns[this.at.column].key);
    this.spoken.textContent = this.label(this.model.columns[this.at.column]) + (fault ? ' ' + fault.message : '');
  }

  private reveal() {
    const head = this.table.tHead!.offsetHeight, top = this.at.row * this.height, pane = this.pane;
    if (top < pane.scrollTop) pane.scrollTop = top;
    else if (top + this.height + head > pane.scrollTop + pane.clientHeight) pane.scrollTop = top + this.height + head - pane.clientHeight + 2;
    const column = this.table.tHead!.rows[0].cells[this.at.column + 1], number = this.table.tHead!.rows[0].cells[0].offsetWidth;
    if (column.offsetLeft - number < pane.scrollLeft) pane.scrollLeft = column.offsetLeft - number;
    else if (column.offsetLeft + column.offsetWidth > pane.scrollLeft + pane.clientWidth) pane.scrollLeft = column.offsetLeft + column.offsetWidth - pane.clientWidth + 2;
  }

  // All rows are of one height, so that where they are need not be asked of each.
  private measure() {
    const probe = this.line(this.model.rows[0] ?? { key: '', id: '', version: 0, cells: this.model.columns.map(() => ''), saved: null, removed: false, faults: [], conflict: null, tried: '', again: false, by: '' }, 0);
    this.body.append(probe);
    this.height = probe.offsetHeight || 34;
    probe.remove();
  }

  private gap(rows: number) {
    const gap = make('tr', { 'aria-hidden': 'true', class: 'gap' });
    gap.style.height = rows * this.height + 'px';
    return gap;
  }

  private line(row: Row, r: number) {
    const { top, bottom, left, right } = this.range;
    const state = row.conflict ? 'clash' : row.faults.length > 0 ? 'wrong' : this.model.isDirty(row) ? 'wait' : '';
    const line = make('tr', { role: 'row', 'aria-rowindex': String(r + 2), ...(state ? { class: state } : {}) });
    const sign = row.conflict ? ' ⇄' : row.faults.length > 0 ? ' !' : this.model.isDirty(row) ? ' •' : '';
    line.append(make('th', { scope: 'row', role: 'rowheader', 'data-r': String(r) }, String(r + 1) + sign));
    this.model.columns.forEach((column, c) => {
      const classes: string[] = [];
      if (column.kind === 'amount') classes.push('n');
      if (row.faults.some(f => f.field === column.key || (f.field === '' && column.kind === 'amount'))) classes.push('bad');
      else if (row.saved === null ? row.cells[c] !== '' && !this.model.isBlank(row) : row.cells[c] !== row.saved[c]) classes.push('new');
      const selected = r >= top && r <= bottom && c >= left && c <= right;
      if (selected) classes.push('on');
      const here = row.id === '' ? undefined : this.people.find(p => p[2] === row.id && p[3] === column.key);
      if (here) classes.push('here');
      const said = harmless(this.say(row, c));
      const cell = make('td', { role: 'gridcell', 'data-r': String(r), 'data-c': String(c), 'aria-colindex': String(c + 2), ...(selected ? { 'aria-selected': 'true' } : {}), ...(classes.length > 0 ? { class: classes.join(' ') } : {}), ...(here ? { 'data-who': here[1] } : {}), ...(said.length > 8 ? { title: said } : {}) });
      const name = column.kind === 'code' ? this.names[c]?.get(row.cells[c]) : undefined;
      cell.append(...(name === undefined ? [said] : [row.cells[c] + ' ', make('small', {}, name)]));
      line.append(cell);
    });
    return line;
  }
}
