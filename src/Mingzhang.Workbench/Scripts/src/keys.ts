// The hands: keys, mouse, clipboard, as people know them from spreadsheets.

import { cellsOf, textOf } from './clipboard';
import { fenOf, shown } from './amount';
import { Picker, type Option } from './picker';
import type { Table } from './table';
import type { View } from './view';

export class Hands {
  /** Whether one is in a cell's text: 'type' where typing began it, so that arrows go on to the next cell; 'edit' where one has asked to change it. */
  private mode: '' | 'type' | 'edit' = '';
  private composing = false;
  private leaving = false;
  readonly picker: Picker;

  constructor(private readonly table: Table, private readonly view: View, private readonly options: (column: number) => Option[], private readonly codes: (key: string) => [string, string][], private readonly changed: () => void, private readonly moved: () => void, private readonly tooMany: () => void) {
    const { input, pane } = view;
    this.picker = new Picker(view.list, input, v => { this.finish(v); this.step(1); input.focus(); }, () => this.table.columns[view.at.column].kind === 'code');
    input.addEventListener('keydown', e => this.key(e));
    input.addEventListener('compositionstart', () => { this.composing = true; this.begin('type'); });
    input.addEventListener('compositionend', () => { this.composing = false; this.typed(); });
    input.addEventListener('input', () => { if (!this.composing) this.typed(); });
    input.addEventListener('blur', () => this.finish());
    input.addEventListener('copy', e => this.copy(e, false));
    input.addEventListener('cut', e => this.copy(e, true));
    input.addEventListener('paste', e => this.paste(e));
    input.addEventListener('dblclick', () => this.begin('edit'));
    input.addEventListener('focus', () => { this.leaving = false; });
    pane.addEventListener('mousedown', e => this.press(e));
    pane.addEventListener('mouseover', e => { if (e.buttons === 1 && this.mode === '' && this.dragging) this.drag(e); });
    pane.addEventListener('mousemove', e => { if (e.buttons === 1 && this.dragging && e.target === input) this.drag(e); });
    addEventListener('mouseup', () => { this.dragging = false; });
  }

  private dragging = false;

  get editing() { return this.mode !== ''; }

  /** Leaves the text of the cell as it stands. */
  finish(value?: string) {
    if (this.mode === '') return;
    const { row, at } = this.view, chosen = this.mode === 'type' || this.picker.open ? this.picker.chosen : null;
    const text = value ?? (chosen && this.view.input.value.trim() !== '' && this.fits(chosen) ? chosen.value : this.view.input.value);
    this.end();
    if (row) this.table.set([{ row, column: at.column, value: this.table.resolve(at.column, text, this.codes) }]);
    this.changed();
  }

  undo(back: boolean) {
    this.finish();
    const row = back ? this.table.undo() : this.table.redo();
    const at = row ? this.table.rows.indexOf(row) : -1;
    if (at >= 0) this.go(at, this.view.at.column);
    this.changed();
  }

  addRow() {
    this.finish();
    const at = Math.min(this.view.range.bottom + 1, this.table.rows.length);
    this.table.add(at);
    this.changed();
    this.go(at, 0);
    this.view.input.focus();
  }

  removeRows() {
    this.finish();
    const { top, bottom } = this.view.range;
    this.table.remove(this.table.rows.slice(top, bottom + 1));
    this.changed();
    this.go(Math.min(top, this.table.rows.length - 1), this.view.at.column);
    this.view.input.focus();
  }

  go(row: number, column: number, extend = false) {
    this.view.go(row, column, extend);
    this.moved();
  }

  // A code that only contains what was typed is not taken unasked: 2060199 is not meant by 99.
  private fits(o: Option) { return this.picker.moved || this.table.columns[this.view.at.column].kind === 'choice' || !/^\d+$/.test(this.view.input.value.trim()) || o.value === this.view.input.value.trim(); }

  private begin(mode: 'type' | 'edit') {
    if (this.mode !== '' || !this.table.may || !this.view.row) return;
    this.mode = mode;
    this.view.input.classList.add('open');
    if (mode === 'edit') {
      const { row, at } = this.view, column = this.table.columns[at.column];
      this.view.input.value = column.kind === 'choice' ? this.view.say(row!, at.column) : row!.cells[at.column];
      if (column.kind === 'choice') this.view.input.select();
      this.offer('');
    }
  }

  private typed() {
    this.begin('type');
    if (this.mode === '') { this.view.input.value = ''; return; }
    this.offer(this.view.input.value);
  }

  private offer(text: string) {
    const { row, at } = this.view, kind = this.table.columns[at.column].kind;
    if (kind === 'choice' || kind === 'code') this.picker.show(this.options(at.column), text, row?.cells[at.column]);
  }

  private end() {
    this.mode = '';
    this.view.input.value = '';
    this.view.input.classList.remove('open');
    this.picker.close();
  }

  private step(by: number) {
    const { at } = this.view, last = this.table.columns.length - 1, next = at.column + by;
    if (next > last) this.go(at.row + 1, 0);
    else if (next < 0) this.go(at.row - 1, last);
    else this.go(at.row, next);
  }

  private key(e: KeyboardEvent) {
    if (e.isComposing || e.keyCode === 229) return;
    const { at } = this.view, control = e.ctrlKey || e.metaKey, wasLeaving = this.leaving;
    this.leaving = false;
    if (this.mode !== '') { this.keyInText(e); return; }
    const extend = e.shiftKey, rows = this.table.rows.length - 1, columns = this.table.columns.length - 1;
    const act: Record<string, (() => void) | undefined> = {
      ArrowUp: () => this.go(control ? 0 : at.row - 1, at.column, extend), ArrowDown: () => this.go(control ? rows : at.row + 1, at.column, extend),
      ArrowLeft: () => this.go(at.row, control ? 0 : at.column - 1, extend), ArrowRight: () => this.go(at.row, control ? columns : at.column + 1, extend),
      Home: () => this.go(control ? 0 : at.row, 0, extend), End: () => this.go(control ? rows : at.row, columns, extend),
      PageUp: () => this.go(at.row - this.view.pageRows, at.column, extend), PageDown: () => this.go(at.row + this.view.pageRows, at.column, extend),
      Enter: () => this.go(at.row + (extend ? -1 : 1), at.column), F2: () => this.begin('edit'), Delete: () => control ? this.removeRows() : this.clear(), Backspace: () => this.clear(),
      Tab: this.leaves(e, wasLeaving) ? undefined : () => this.step(e.shiftKey ? -1 : 1), Escape: () => { this.leaving = true; this.go(at.row, at.column); this.leaving = true; },
      Insert: () => this.addRow(),
    };
    const typedKey = control ? { z: () => this.undo(!e.shiftKey), y: () => this.undo(false), d: () => this.fillDown(), a: () => { this.go(0, 0); this.go(rows, columns, true); } }[e.key.toLowerCase()] : undefined;
    const action = typedKey ?? (e.altKey && e.key === 'ArrowDown' ? () => this.begin('edit') : act[e.key]);
    if (action) {
      e.preventDefault();
      action();
    }
  }

  // Out of the grid: before its first and after its last cell, and after Escape from any.
  private leaves(e: KeyboardEvent, leaving: boolean) {
    const { at } = this.view;
    return leaving || (e.shiftKey ? at.row === 0 && at.column === 0 : at.row === this.table.rows.length - 1 && at.column === this.table.columns.length - 1);
  }

  private keyInText(e: KeyboardEvent) {
    const { at } = this.view;
    switch (e.key) {
      case 'Enter': e.preventDefault(); this.finish(); this.go(at.row + (e.shiftKey ? -1 : 1), at.column); break;
      case 'Tab': e.preventDefault(); this.finish(); this.step(e.shiftKey ? -1 : 1); break;
      case 'Escape': e.preventDefault(); this.end(); this.view.draw(true); break;
      case 'ArrowDown': case 'ArrowUp':
        if (this.picker.open) { e.preventDefault(); this.picker.move(e.key === 'ArrowDown' ? 1 : -1); }
        else if (this.mode === 'type') { e.preventDefault(); this.finish(); this.go(at.row + (e.key === 'ArrowDown' ? 1 : -1), at.column); }
        break;
      case 'ArrowLeft': case 'ArrowRight':
        if (this.mode === 'type') { e.preventDefault(); this.finish(); this.go(at.row, at.column + (e.key === 'ArrowRight' ? 1 : -1)); }
        break;
    }
  }

  private clear() {
    if (!this.table.may) return;
    const { top, bottom, left, right } = this.view.range;
    this.table.set(this.table.rows.slice(top, bottom + 1).flatMap(row => row.cells.slice(left, right + 1).map((_, i) => ({ row, column: left + i, value: '' }))));
    this.changed();
  }

  private fillDown() {
    if (!this.table.may) return;
    const { top, bottom, left, right } = this.view.range, from = top === bottom ? top - 1 : top;
    if (from < 0) return;
    const source = this.table.rows[from].cells;
    this.table.set(this.table.rows.slice(from + 1, bottom + 1).flatMap(row => source.slice(left, right + 1).map((value, i) => ({ row, column: left + i, value }))));
    this.changed();
  }

  private copy(e: ClipboardEvent, cut: boolean) {
    if (this.mode !== '') return;
    e.preventDefault();
    const { top, bottom, left, right } = this.view.range;
    e.clipboardData?.setData('text/plain', textOf(this.table.rows.slice(top, bottom + 1).map(row => row.cells.slice(left, right + 1).map((value, i) => {
      const column = this.table.columns[left + i], fen = column.kind === 'amount' ? fenOf(value) : null;
      return fen !== null ? shown(fen) : column.kind === 'choice' && column.key !== 'project' ? this.view.say(row, left + i) : value;
    }))));
    if (cut) this.clear();
  }

  private paste(e: ClipboardEvent) {
    if (this.mode !== '') return;
    e.preventDefault();
    if (!this.table.may) return;
    let cells = cellsOf(e.clipboardData?.getData('text/plain') ?? '');
    // The heads of the columns come along with a whole sheet.
    if (cells.length > 1 && cells[0].every((c, i) => c.trim() === this.table.columns[this.view.range.left + i]?.title)) cells = cells.slice(1);
    const { top, bottom, left, right } = this.view.range;
    if (cells.length === 1 && cells[0].length === 1) cells = Array.from({ length: bottom - top + 1 }, () => Array.from({ length: right - left + 1 }, () => cells[0][0]));
    if (!this.table.put(top, left, cells, this.codes)) { this.tooMany(); return; }
    this.changed();
    this.view.at = { row: top, column: left };
    this.view.anchor = { row: top + cells.length - 1, column: Math.min(left + Math.max(...cells.map(c => c.length)) - 1, this.table.columns.length - 1) };
    this.view.draw(true);
  }

  private press(e: MouseEvent) {
    const place = this.view.cellAt(e.target);
    if (e.target === this.view.input && !this.editing) { this.dragging = true; return; }
    if (!place) return;
    e.preventDefault();
    this.finish();
    this.dragging = true;
    if (place.column < 0) {
      this.go(place.row, this.table.columns.length - 1);
      this.view.anchor = { row: e.shiftKey ? this.view.anchor.row : place.row, column: 0 };
      this.view.draw(true);
    } else this.go(place.row, place.column, e.shiftKey);
    this.view.input.focus({ preventScroll: true });
  }

  private drag(e: MouseEvent) {
    const place = e.target === this.view.input ? null : this.view.cellAt(e.target);
    if (place && place.column >= 0) this.go(place.row, place.column, true);
  }
}
