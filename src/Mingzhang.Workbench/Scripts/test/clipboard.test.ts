import assert from 'node:assert/strict';
import test from 'node:test';
import { cellsOf, textOf } from '../src/clipboard';

test('a range of a spreadsheet becomes cells', () => {
  assert.deepEqual(cellsOf('a\tb\r\nc\t1,234.50\r\n'), [['a', 'b'], ['c', '1,234.50']]);
  assert.deepEqual(cellsOf('"x\ty"\t"say ""so"""'), [['x\ty', 'say "so"']]);
  assert.deepEqual(cellsOf('"two\nlines"\t3'), [['two lines', '3']]);
  assert.deepEqual(cellsOf('5" pipe\t"odd'), [['5" pipe', '"odd']]);
});

test('what goes out comes back, and formulas go as text', () => {
  const cells = [['=1+1', '-3.5', '@x'], ['a\tb', 'say "so"', '+86']];
  assert.ok(textOf(cells).startsWith("'=1+1\t-3.5\t'@x"));
  assert.deepEqual(cellsOf(textOf(cells)), cells);
});
