// Saving by itself: what differs from the ledger is sent, one request at a time, until nothing does.

import type { Table } from './table';
import type { Answer, Refusal, Row, Stored, Sum } from './types';

export type Said = 'saved' | 'waiting' | 'sending' | 'offline' | 'signedOut' | 'refused';

export type Sent = { status: number; body: { edits?: Answer[]; sums?: Sum[]; refused?: Refusal[] } };

/** How a list of edits reaches the server; a rejection means that it did not. */
export type Post = (body: unknown) => Promise<Sent>;

const atOnce = 200, firstPause = 1_000, longestPause = 15_000;

export class Saver {
  said: Said = 'saved';
  refused: Refusal[] = [];
  private busy = false;
  private pause = firstPause;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private refusedAt = -1;

  constructor(private readonly table: Table, private readonly client: string, private readonly post: Post, private readonly ready: (row: Row) => boolean, private readonly renew: () => Promise<boolean>,
    private readonly changed: () => void, private readonly summed: (sums: Sum[]) => void) { }

  /** Something may have to be sent. */
  pump() {
    if (this.busy) return;
    clearTimeout(this.timer);
    const rows = this.waiting();
    if (rows.length === 0) {
      if (this.said !== 'offline' && this.said !== 'signedOut') this.tell(this.table.dirty().length === 0 ? 'saved' : this.said === 'refused' ? 'refused' : 'waiting');
      return;
    }
    void this.send(rows.slice(0, atOnce));
  }

  /** What may be sent now: not what is refused as it stands, and not what the officer has to choose about. */
  private waiting(): Row[] {
    return this.refusedAt === this.table.tick ? [] : this.table.dirty().filter(r => !r.conflict && r.tried !== print(r) && (r.saved !== null || this.ready(r)));
  }

  private async send(rows: Row[]) {
    this.busy = true;
    this.tell('sending');
    const cells = rows.map(r => [...r.cells]), prints = rows.map(print), tick = this.table.tick;
    try {
      const answer = await this.post({ client: this.client, edits: rows.map(r => this.edit(r)) });
      this.busy = false;
      this.pause = firstPause;
      if (answer.status === 200 && answer.body.edits) {
        this.refused = [];
        const answers = new Map(answer.body.edits.map(a => [a.key, a]));
        rows.forEach((r, i) => this.take(r, answers.get(r.key), cells[i], prints[i]));
        if (answer.body.sums) this.summed(answer.body.sums);
        this.tell('waiting');
        this.pump();
      } else if (answer.status === 401) this.tell('signedOut');
      else if (answer.status === 400) {
        if (await this.renew()) this.pump();
        else this.tell('signedOut');
      } else if (answer.body.refused) {
        this.refused = answer.body.refused;
        this.refusedAt = tick;
        this.tell('refused');
        if (this.table.tick !== tick) this.pump();
      } else this.later(rows);
    } catch {
      this.busy = false;
      this.later(rows);
    }
  }

  /** Try again at once: the connection is back, or somebody has signed in. */
  retry() {
    if (this.said === 'offline' || this.said === 'signedOut') this.said = 'waiting';
    this.pause = firstPause;
    this.pump();
  }

  private later(rows: Row[]) {
    rows.forEach(r => r.again = true);
    this.tell('offline');
    this.timer = setTimeout(() => this.pump(), this.pause);
    this.pause = Math.min(this.pause * 2, longestPause);
  }

  private edit(r: Row) {
    const set: Record<string, string> = {};
    if (!r.removed) this.table.columns.forEach((c, i) => { if (r.saved === null || r.cells[i] !== r.saved[i]) set[c.key] = r.cells[i]; });
    return { key: r.key, id: r.id, version: r.version, set, remove: r.removed, again: r.again };
  }

  private take(row: Row, answer: Answer | undefined, sent: string[], print: string) {
    row.again = false;
    if (!answer) return;
    if (answer.conflict) this.table.meet(row, { now: answer.line ?? null, who: answer.who ?? '', at: answer.at ?? '' });
    else if (answer.line) this.table.stored(row, answer.line as Stored, sent);
    else if (answer.removed) this.table.forgotten(row);
    else if (answer.faults) {
      row.faults = answer.faults;
      row.tried = print;
    }
  }

  private tell(said: Said) {
    this.said = said;
    this.changed();
  }
}

function print(r: Row): string { return r.removed + '\t' + r.version + '\t' + r.cells.join('\t'); }
