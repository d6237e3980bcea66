import assert from 'node:assert/strict';
import test from 'node:test';
import { fenOf, shown } from '../src/amount';

test('amounts are read as the ledger reads them', () => {
  for (const [text, fen] of [['12.5', 12_500_000], ['1,234.50', 1_234_500_000], ['１２．５', 12_500_000], ['￥3', 3_000_000], [' 0.000001 ', 1], ['-2', -2_000_000], ['.5', 500_000], ['12.', 12_000_000]] as const) assert.equal(fenOf(text), fen, text);
});

test('what may be anything is no amount', () => {
  for (const text of ['', '12,50', '1.234,50', '1,23', '=SUM(A1)', '十二', '1e3', '0.0000001', '12 万', '1,2345', '-', '1.2.3', '12.5,000', '99999999999']) assert.equal(fenOf(text), null, text);
});

test('amounts are shown without rounding', () => {
  for (const [fen, text] of [[12_500_000, '12.50'], [1_234_500_000, '1,234.50'], [1, '0.000001'], [0, '0.00'], [-2_345_678, '-2.345678'], [1_000_000_000_000, '1,000,000.00']] as const) assert.equal(shown(fen), text);
});
