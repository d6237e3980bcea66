// What waits to be saved, kept in this browser by person, unit and part until the ledger has it.

import type { Table } from './table';
import type { Row } from './types';

type Kept = Pick<Row, 'key' | 'id' | 'version' | 'cells' | 'saved' | 'removed'>;

export class Keeping {
  private timer: ReturnType<typeof setTimeout> | undefined;
  failed = false;

  constructor(private readonly table: Table, private readonly prefix: string, private readonly client: string, private readonly store: Storage = localStorage) {
    addEventListener('pagehide', () => this.keep());
  }

  /** Soon, and not for every key. */
  soon() { this.timer ??= setTimeout(() => this.keep(), 300); }

  keep() {
    clearTimeout(this.timer);
    this.timer = undefined;
    const rows: Kept[] = this.table.dirty().map(({ key, id, version, cells, saved, removed }) => ({ key, id, version, cells, saved, removed }));
    try {
      if (rows.length === 0) this.store.removeItem(this.prefix + this.client);
      else this.store.setItem(this.prefix + this.client, JSON.stringify(rows));
      this.failed = false;
    } catch { this.failed = true; }
  }

  /** What other visits have left. */
  left(): { names: string[]; rows: Kept[] } {
    const names: string[] = [], rows: Kept[] = [];
    for (let i = 0; i < this.store.length; i++) {
      const name = this.store.key(i)!;
      if (!name.startsWith(this.prefix) || name === this.prefix + this.client) continue;
      names.push(name);
      try {
        const read = JSON.parse(this.store.getItem(name) ?? '[]') as Kept[];
        rows.push(...read.filter(k => Array.isArray(k.cells) && k.cells.length === this.table.columns.length && k.cells.every(c => typeof c === 'string')));
      } catch { /* what cannot be read is of no use to anybody */ }
    }
    return { names, rows };
  }

  forget(names: string[]) { names.forEach(n => this.store.removeItem(n)); }
}
