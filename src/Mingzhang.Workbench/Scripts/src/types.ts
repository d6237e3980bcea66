// What the server sends, and what stands in the page.

export type Choice = [key: string, name: string, initials: string, other: string];

export type Column = { key: string; title: string; kind: 'text' | 'amount' | 'choice' | 'code'; choices: Choice[]; codes: string };

export type Fault = { field: string; message: string; remedy: string; fixes: [value: string, label: string][] };

/** A line of the ledger: number, version, then its cells in the order of the columns. */
export type Stored = [id: string, version: number, ...cells: string[]];

export type Sum = [measure: string, fund: string, group: string, fen: number];

/** Somebody else was quicker: what stands now (null: the line is gone), who, and when. */
export type Conflict = { now: Stored | null; who: string; at: string };

export type Person = [client: string, who: string, row: string, field: string];

export type Opened = {
  who: string; client: string; token: string; may: boolean; most: number; columns: Column[]; blank: Record<string, string>; lines: Stored[];
  sums: Sum[]; controls: [fund: string, group: string, fen: number][]; fiscal: string[]; funds: Record<string, string>; groups: Record<string, string>; words: Record<string, string>;
};

export type Answer = { key: string; line?: Stored | null; removed?: boolean; faults?: Fault[]; conflict?: boolean; who?: string; at?: string };

export type Finding = { severity: 'error' | 'warning' | 'note'; rule: string; message: string; suggestion: string; equation: string };

export type Refusal = { message: string; remedy: string };

export type Row = {
  /** Name that the page gave it. */
  key: string;
  id: string;
  version: number;
  /** What stands in the page. */
  cells: string[];
  /** What stands in the ledger, as far as the page knows; null for a line that is not there yet. */
  saved: string[] | null;
  removed: boolean;
  faults: Fault[];
  conflict: Conflict | null;
  /** The cells with which it was refused: so it is not sent again. */
  tried: string;
  /** Whether it was sent and no answer came. */
  again: boolean;
  /** Who else has changed it while this page was open. */
  by: string;
};
