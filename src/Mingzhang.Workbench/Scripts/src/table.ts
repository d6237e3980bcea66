// The rows of the page: what is typed, what the ledger holds, and what can be undone.

import { fold } from './amount';
import type { Column, Conflict, Row, Stored } from './types';

export type Change = { row: Row; column: number; value: string };

type Step = { kind: 'cell'; row: Row; column: number; before: string; after: string } | { kind: 'remove' | 'add'; row: Row; at: number };

const mostSteps = 200, mostRows = 20_000;

export class Table {
  rows: Row[] = [];
  /** Taken out here, and the ledger not yet told. */
  gone: Row[] = [];
  /** Counts what was changed here, so that others see that something was. */
  tick = 0;
  private past: Step[][] = [];
  private future: Step[][] = [];
  private next = 1;

  constructor(readonly columns: Column[], private readonly blank: string[], readonly may: boolean, private readonly prefix: string) { }

  /** The lines of the ledger, when the page opens. */
  open(lines: Stored[]) {
    this.rows = lines.map(l => this.rowOf(l));
    this.tail();
  }

  isBlank(row: Row) { return row.saved === null && row.cells.every((c, i) => c === this.blank[i]); }

  isDirty(row: Row) { return row.removed ? row.saved !== null : row.saved === null ? !this.isBlank(row) : row.cells.some((c, i) => c !== row.saved![i]); }

  /** All rows that the ledger does not hold as they stand here. */
  dirty(): Row[] { return [...this.gone, ...this.rows].filter(r => this.isDirty(r)); }

  /** In how many places the page and the ledger differ. */
  places(): number {
    return this.dirty().reduce((n, r) => n + (r.removed || r.saved === null ? 1 : r.cells.filter((c, i) => c !== r.saved![i]).length), 0);
  }

  /** What is to stand in a cell for a text that was typed or pasted: the key of a name, the code alone. */
  resolve(column: number, text: string, codes?: (key: string) => [string, string][]): string {
    const c = this.columns[column], said = text.trim();
    if (c.kind === 'amount') return fold(said);
    if (c.kind === 'code') {
      const folded = fold(said), leading = /^(\d{3,})(?:\D.*)?$/.exec(folded);
      return leading ? leading[1] : codes?.(c.key).find(e => e[1] === said)?.[0] ?? folded;
    }
    if (c.kind !== 'choice') return said;
    const exact = c.choices.find(o => o[0] === said || o[1] === said || o[3] === said);
    if (exact) return exact[0];
    const folded = fold(said).toLowerCase();
    const near = folded === '' ? [] : c.choices.filter(o => o[0].toLowerCase() === folded || o[1].toLowerCase() === folded || o[2] === folded || o[3].toLowerCase() === folded), begins = folded.length < 2 ? [] : c.choices.filter(o => o[1].toLowerCase().startsWith(folded) || o[3].toLowerCase().startsWith(folded));
    return near.length === 1 ? near[0][0] : begins.length === 1 ? begins[0][0] : said;
  }

  set(changes: Change[]) {
    const steps: Step[] = changes.filter(c => c.row.cells[c.column] !== c.value).map(c => ({ kind: 'cell', row: c.row, column: c.column, before: c.row.cells[c.column], after: c.value }));
    this.does([...this.born(new Set(steps.map(s => s.row))), ...steps]);
  }

  /** Texts put in from a place on, as a paste does; rows are added where they are needed. False where they are too many. */
  put(at: number, column: number, texts: string[][], codes?: (key: string) => [string, string][]): boolean {
    if (at + texts.length > mostRows) return false;
    const steps = this.born(new Set(this.rows.slice(at, at + texts.length)));
    texts.forEach((line, i) => {
      let row = this.rows[at + i];
      if (!row) {
        row = this.fresh();
        steps.push({ kind: 'add', row, at: at + i });
        this.rows.push(row);
      }
      line.forEach((text, j) => {
        if (column + j >= this.columns.length) return;
        const value = this.resolve(column + j, text, codes);
        if (row.cells[column + j] !== value) {
          steps.push({ kind: 'cell', row, column: column + j, before: row.cells[column + j], after: value });
          row.cells[column + j] = value;
        }
      });
    });
    this.done(steps);
    return true;
  }

  add(at: number): Row {
    const row = this.fresh();
    this.does([{ kind: 'add', row, at }]);
    return row;
  }

  remove(rows: Row[]) {
    // From the end, so that the places of the others stay true.
    this.does(rows.filter(r => !this.isBlank(r) || this.rows.indexOf(r) < this.rows.length - 1).map(r => ({ row: r, at: this.rows.indexOf(r) })).sort((a, b) => b.at - a.at).map(r => ({ kind: 'remove', ...r })));
  }

  undo(): Row | null { return this.replay(this.past, this.future, true); }

  redo(): Row | null { return this.replay(this.future, this.past, false); }

  get canUndo() { return this.past.length > 0; }

  get canRedo() { return this.future.length > 0; }

  /** The ledger has stored a row that was sent as `sent`. */
  stored(row: Row, line: Stored, sent: string[]) {
    const now = line.slice(2) as string[];
    row.cells = row.cells.map((c, i) => c === sent[i] ? now[i] : c);
    Object.assign(row, { id: line[0], version: line[1], saved: now, faults: [], tried: '', again: false, conflict: null });
  }

  /** The ledger holds the row no more, as was asked. */
  forgotten(row: Row) {
    this.gone = this.gone.filter(r => r !== row);
    Object.assign(row, { id: '', version: 0, saved: null, conflict: null, again: false, faults: [], tried: '' });
  }

  /** Another has changed a line: taken over where nothing here contradicts it. */
  theirs(line: Stored, who: string, at: string) {
    const row = this.rows.find(r => r.id === line[0]) ?? this.gone.find(r => r.id === line[0]);
    if (!row) {
      const added = this.rowOf(line);
      added.by = who;
      const last = this.rows[this.rows.length - 1];
      this.rows.splice(last && this.isBlank(last) && this.may ? this.rows.length - 1 : this.rows.length, 0, added);
    } else if (line[1] > row.version) this.meet(row, { now: line, who, at });
  }

  /** Another has removed a line. */
  lost(id: string, who: string, at: string) {
    const row = this.rows.find(r => r.id === id) ?? this.gone.find(r => r.id === id);
    if (!row) return;
    if (row.removed) this.forgotten(row);
    else if (this.isDirty(row)) row.conflict = { now: null, who, at };
    else {
      this.rows = this.rows.filter(r => r !== row);
      this.forgotten(row);
      this.tail();
    }
  }

  /** What another has made of a line, against what was changed here: cells that only one has touched go together, the rest is for the officer to choose. */
  meet(row: Row, conflict: Conflict) {
    const { now, who } = conflict, base = row.saved ?? [];
    if (!now || row.removed) { row.conflict = conflict; return; }
    const theirs = now.slice(2) as string[];
    const touched = row.cells.map((c, i) => c !== base[i]);
    if (row.cells.some((c, i) => touched[i] && theirs[i] !== base[i] && theirs[i] !== c)) { row.conflict = conflict; return; }
    row.cells = row.cells.map((c, i) => touched[i] ? c : theirs[i]);
    Object.assign(row, { version: now[1], saved: theirs, by: who, conflict: null, tried: '' });
  }

  /** The officer has chosen between his own and the other's. */
  choose(row: Row, mine: boolean) {
    const now = row.conflict?.now ?? null;
    row.tried = '';
    row.conflict = null;
    this.tick++;
    if (now) {
      Object.assign(row, { saved: now.slice(2), version: now[1] });
      if (!mine) {
        row.cells = now.slice(2) as string[];
        row.faults = [];
        if (row.removed) { row.removed = false; this.gone = this.gone.filter(r => r !== row); this.rows.splice(Math.max(0, this.rows.length - 1), 0, row); }
      }
    } else {
      this.forgotten(row);
      if (!mine) { this.rows = this.rows.filter(r => r !== row); this.tail(); }
    }
  }

  /** Edits that waited since another time. */
  restore(kept: Pick<Row, 'key' | 'id' | 'version' | 'cells' | 'saved' | 'removed'>[]) {
    for (const k of kept) {
      const row = k.id === '' ? undefined : this.rows.find(r => r.id === k.id);
      if (row) {
        const now = [row.id, row.version, ...row.saved!] as Stored;
        Object.assign(row, { cells: [...k.cells], saved: k.saved, version: k.version });
        if (k.removed) { row.removed = true; this.rows = this.rows.filter(r => r !== row); this.gone.push(row); }
        if (now[1] !== k.version) this.meet(row, { now, who: '', at: '' });
      } else if (!k.removed) {
        const fresh = this.fresh();
        Object.assign(fresh, { key: k.id === '' ? k.key : fresh.key, cells: [...k.cells], again: k.id === '', conflict: k.id === '' ? null : { now: null, who: '', at: '' } });
        this.rows.splice(Math.max(0, this.rows.length - 1), 0, fresh);
      }
    }
    this.tick++;
    this.tail();
  }

  private does(steps: Step[]) {
    for (const s of steps) this.apply(s, false);
    this.done(steps);
  }

  private done(steps: Step[]) {
    if (steps.length === 0) return;
    this.past.push(steps);
    if (this.past.length > mostSteps) this.past.shift();
    this.future = [];
    this.tick++;
    this.tail();
  }

  private replay(from: Step[][], to: Step[][], back: boolean): Row | null {
    const steps = from.pop();
    if (!steps) return null;
    for (const s of back ? [...steps].reverse() : steps) this.apply(s, back);
    to.push(steps);
    this.tick++;
    this.tail();
    while (this.rows.length > 1 && this.rows.slice(-2).every(r => this.isBlank(r))) this.rows.pop();
    return steps[0].row;
  }

  private apply(s: Step, back: boolean) {
    s.row.tried = '';
    if (s.kind === 'cell') s.row.cells[s.column] = back ? s.before : s.after;
    else if ((s.kind === 'remove') !== back) {
      this.rows = this.rows.filter(r => r !== s.row);
      s.row.removed = true;
      if (s.row.saved !== null) this.gone.push(s.row);
    } else if (!this.rows.includes(s.row)) {
      this.gone = this.gone.filter(r => r !== s.row);
      s.row.removed = false;
      this.rows.splice(Math.min(s.at, this.rows.length), 0, s.row);
    }
  }

  // An empty row that is typed into comes to be by that: when it is taken back, the row goes.
  private born(rows: Set<Row>): Step[] { return [...rows].filter(r => this.isBlank(r)).map(row => ({ kind: 'add', row, at: this.rows.indexOf(row) })); }

  // There is always an empty row to type into.
  private tail() {
    const last = this.rows[this.rows.length - 1];
    if (this.may && !(last && this.isBlank(last))) this.rows.push(this.fresh());
  }

  private fresh(): Row {
    return { key: this.prefix + this.next++, id: '', version: 0, cells: [...this.blank], saved: null, removed: false, faults: [], conflict: null, tried: '', again: false, by: '' };
  }

  private rowOf(line: Stored): Row {
    const cells = line.slice(2) as string[];
    return { ...this.fresh(), id: line[0], version: line[1], cells: [...cells], saved: cells };
  }
}
