// What follows from the lines at once: sums by fund, what is left of the control figures, and whether both sides agree.

import { fenOf } from './amount';
import type { Column, Row, Sum } from './types';

export type Total = { fund: string; group: string; fen: number; control: number | null };

export type Balance = { fund: string; resources: number; uses: number; surplus: number };

const resources = ['income', 'carried-in'], uses = ['expenditure', 'carried-out', 'surplus-distributed'];

/** 基本支出或项目支出, the level at which control figures are given. */
export function groupOf(nature: string) { return nature === 'personnel' || nature === 'public' ? 'basic' : nature; }

/** Sums of the rows of the page by measure, fund and group; what is no amount counts nothing. */
export function sumsOf(rows: Row[], columns: Column[]): Sum[] {
  const at = (key: string) => columns.findIndex(c => c.key === key), [measure, fund, nature, amount] = [at('measure'), at('fund'), at('nature'), at('fen')];
  const sums = new Map<string, Sum>();
  for (const row of rows) {
    const fen = fenOf(row.cells[amount]);
    if (fen === null) continue;
    const sum: Sum = [measure < 0 ? 'expenditure' : row.cells[measure], row.cells[fund], nature < 0 ? '' : groupOf(row.cells[nature]), fen], known = sums.get(sum.slice(0, 3).join('|'));
    if (known) known[3] += fen;
    else sums.set(sum.slice(0, 3).join('|'), sum);
  }
  return [...sums.values()];
}

/** Where there are control figures, fiscal money without one has none to spend. */
export function totalsOf(sums: Sum[], controls: [string, string, number][], fiscal: string[]): Total[] {
  const totals: Total[] = sums.filter(s => s[0] === 'expenditure').map(([, fund, group, fen]) => ({ fund, group, fen, control: controls.find(c => c[0] === fund && c[1] === group)?.[2] ?? (controls.length > 0 && fiscal.includes(fund) && (group === 'basic' || group === 'project') ? 0 : null) }));
  for (const [fund, group, fen] of controls) if (!totals.some(t => t.fund === fund && t.group === group)) totals.push({ fund, group, fen: 0, control: fen });
  return totals.sort((a, b) => a.fund.localeCompare(b.fund) || a.group.localeCompare(b.group));
}

/** Both sides of each fund that has any money. */
export function balancesOf(sums: Sum[], fiscal: string[]): Balance[] {
  const add = (fund: string | null, measures: string[]) => sums.filter(s => (fund === null || s[1] === fund) && measures.includes(s[0])).reduce((n, s) => n + s[3], 0);
  const surplus = add(null, ['surplus-used']);
  return [...new Set(sums.map(s => s[1]).filter(f => f !== ''))].sort().map(fund => ({ fund, resources: add(fund, resources), uses: add(fund, uses), surplus: fiscal.includes(fund) ? 0 : surplus }));
}

/** By how much the uses are too many (positive) or too few; 0 where both sides agree. A surplus that is used belongs to no fund. */
export function off(b: Balance): number {
  return b.resources > b.uses ? b.uses - b.resources : b.resources + b.surplus < b.uses ? b.uses - b.resources - b.surplus : 0;
}
