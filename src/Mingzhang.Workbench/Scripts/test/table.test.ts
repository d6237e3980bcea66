import assert from 'node:assert/strict';
import test from 'node:test';
import { Table } from '../src/table';
import type { Column, Stored } from '../src/types';

const column = (key: string, kind: Column['kind'], choices: Column['choices'] = []): Column => ({ key, title: key, kind, choices, codes: '' });
const columns = [column('fund', 'choice', [['general', '一般公共预算资金', 'ybggyszj', 'general public budget'], ['own', '自有资金', 'zyzj', 'own funds']]), column('function', 'code'), column('fen', 'amount'), column('details', 'text')];
export const made = (lines: Stored[]) => {
  const table = new Table(columns, ['general', '', '', ''], true, 'k');
  table.open(lines);
  return table;
};

test('typed names become keys, codes lose their names', () => {
  const table = made([]);
  assert.equal(table.resolve(0, '自有资金'), 'own');
  assert.equal(table.resolve(0, 'zyzj'), 'own');
  assert.equal(table.resolve(0, '一般公共'), 'general');
  assert.equal(table.resolve(0, 'Own funds'), 'own');
  assert.equal(table.resolve(0, '没有的'), '没有的');
  assert.equal(table.resolve(1, '2060101 行政运行'), '2060101');
  assert.equal(table.resolve(2, '１２．５'), '12.5');
});

test('a paste adds the rows that it needs and is undone at once', () => {
  const table = made([['1', 5, 'general', '2060101', '1.00', '']]);
  assert.ok(table.put(0, 2, [['2', 'x'], ['3', 'y'], ['4', 'z']]));
  assert.deepEqual(table.rows.map(r => r.cells[2]), ['2', '3', '4', '']);
  assert.equal(table.places(), 4);
  table.undo();
  assert.equal(table.places(), 0);
  assert.deepEqual(table.rows.map(r => r.cells[2]), ['1.00', '']);
  table.redo();
  assert.deepEqual(table.rows.map(r => r.cells[2]), ['2', '3', '4', '']);
});

test('a row that was typed and stored goes again when it is undone', () => {
  const table = made([]);
  const row = table.rows[0];
  table.set([{ row, column: 2, value: '7' }]);
  table.stored(row, ['9', 4, 'general', '', '7.00', ''], [...row.cells]);
  table.undo();
  assert.deepEqual(table.dirty(), [row]);
  assert.ok(row.removed);
  assert.equal(table.rows.length, 1);
  table.redo();
  assert.ok(!row.removed);
  assert.deepEqual(table.dirty().map(r => r.cells[2]), ['7']);
});

test('a removed row comes back by undo, also where the ledger has removed it', () => {
  const table = made([['1', 5, 'general', '', '1.00', '']]);
  const row = table.rows[0];
  table.remove([row]);
  assert.equal(table.dirty().length, 1);
  table.forgotten(row);
  assert.equal(table.dirty().length, 0);
  table.undo();
  assert.equal(table.rows[0], row);
  assert.equal(row.id, '');
  assert.equal(table.dirty().length, 1);
});

test('cells that only one has touched go together, the same cell is for the officer to choose', () => {
  const table = made([['1', 5, 'general', '2060101', '1.00', '']]);
  const row = table.rows[0];
  table.set([{ row, column: 3, value: '笔' }]);
  table.theirs(['1', 6, 'general', '2060101', '2.00', ''], '赵敏', '');
  assert.deepEqual(row.cells, ['general', '2060101', '2.00', '笔']);
  assert.equal(row.version, 6);
  table.set([{ row, column: 2, value: '9' }]);
  table.theirs(['1', 7, 'general', '2060101', '3.00', '笔'], '赵敏', '');
  assert.equal(row.conflict?.who, '赵敏');
  table.choose(row, true);
  assert.equal(row.version, 7);
  assert.ok(table.isDirty(row));
  table.choose(Object.assign(row, { conflict: { now: ['1', 8, 'general', '', '4.00', ''] as Stored, who: '', at: '' } }), false);
  assert.ok(!table.isDirty(row));
});

test('edits kept from another visit are put back against what stands now', () => {
  const table = made([['1', 6, 'general', '', '2.00', '']]);
  table.restore([{ key: 'a', id: '1', version: 5, cells: ['general', '', '9', ''], saved: ['general', '', '1.00', ''], removed: false }, { key: 'b', id: '', version: 0, cells: ['general', '2060101', '3', ''], saved: null, removed: false }]);
  assert.ok(table.rows[0].conflict);
  assert.equal(table.rows[1].cells[2], '3');
  assert.ok(table.rows[1].again);
});
