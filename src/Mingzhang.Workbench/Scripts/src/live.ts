// Who else is there, and what they save: as the server tells it, while the page is in sight.

import type { Person, Stored, Sum } from './types';

export type News = { people?: Person[]; client?: string; who?: string; part?: string; lines?: Stored[]; removed?: string[]; sums?: Sum[]; again?: boolean };

const pause = 10_000, standing = 400;

export class Live {
  private source: EventSource | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private stand: ReturnType<typeof setTimeout> | undefined;
  private lost = false;

  /** @param again What is to be done where something may have been missed. */
  constructor(private readonly address: string, private readonly send: (body: unknown) => Promise<unknown>, private readonly client: string, private readonly news: (said: News) => void, private readonly again: () => void) {
    document.addEventListener('visibilitychange', () => document.hidden ? this.close() : this.open());
    this.open();
  }

  /** In which cell one is; not for every step through the grid. */
  at(row: string, field: string) {
    clearTimeout(this.stand);
    this.stand = setTimeout(() => { if (this.source?.readyState === EventSource.OPEN) this.send({ client: this.client, row, field }).catch(() => { }); }, standing);
  }

  open() {
    clearTimeout(this.timer);
    if (document.hidden || (this.source && this.source.readyState !== EventSource.CLOSED)) return;
    this.source = new EventSource(this.address + '&client=' + encodeURIComponent(this.client));
    this.source.onopen = () => { if (this.lost) this.again(); this.lost = false; };
    this.source.onmessage = e => {
      const said = JSON.parse(e.data as string) as News;
      if (said.again) this.again();
      else this.news(said);
    };
    this.source.onerror = () => {
      this.lost = true;
      if (this.source?.readyState === EventSource.CLOSED) this.timer = setTimeout(() => this.open(), pause);
    };
  }

  private close() {
    this.source?.close();
    this.source = null;
    this.lost = true;
  }
}
