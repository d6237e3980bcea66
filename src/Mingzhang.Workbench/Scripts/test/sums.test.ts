import assert from 'node:assert/strict';
import test from 'node:test';
import { fitting } from '../src/picker';
import { balancesOf, off, totalsOf } from '../src/sums';
import type { Sum } from '../src/types';

const fiscal = ['general', 'government-funds', 'state-capital'];

test('fiscal money without a control figure has none to spend, once there are any; own money needs none', () => {
  const sums: Sum[] = [['expenditure', 'general', 'basic', 120], ['expenditure', 'general', 'project', 5], ['expenditure', 'other', 'basic', 7], ['income', 'general', '', 9]];
  assert.deepEqual(totalsOf(sums, [], fiscal).map(t => t.control), [null, null, null]);
  assert.deepEqual(totalsOf(sums, [['general', 'basic', 100], ['government-funds', 'project', 3]], fiscal).map(t => [t.fund, t.group, t.fen, t.control]), [['general', 'basic', 120, 100], ['general', 'project', 5, 0], ['government-funds', 'project', 0, 3], ['other', 'basic', 7, null]]);
});

test('both sides of a fund agree as the ledger asks it before submission', () => {
  const balances = (...sums: Sum[]) => balancesOf(sums, fiscal).map(off);
  assert.deepEqual(balances(['income', 'general', '', 10], ['carried-in', 'general', '', 2], ['expenditure', 'general', 'basic', 12]), [0]);
  assert.deepEqual(balances(['income', 'general', '', 10], ['expenditure', 'general', 'basic', 12], ['surplus-used', '', '', 5]), [2]);
  assert.deepEqual(balances(['income', 'other', '', 10], ['expenditure', 'other', 'basic', 12], ['surplus-used', '', '', 5]), [0]);
  assert.deepEqual(balances(['income', 'other', '', 13], ['expenditure', 'other', 'basic', 10], ['carried-out', 'other', '', 2]), [-1]);
});

test('a code is found by its digits, its name, its initials and what it is part of', () => {
  const options = [['2060101', '行政运行', 'xzyx', '科学技术支出 科学技术管理事务'], ['2010101', '行政运行', 'xzyx', '一般公共服务支出 人大事务'], ['2060404', '科技成果转化与扩散', 'kjcgzhyks', '科学技术支出 技术研究与开发']].map(([value, name, initials, above]) => ({ value, name, initials, above }));
  assert.deepEqual(fitting(options, '20601').map(o => o.value), ['2060101']);
  assert.deepEqual(fitting(options, 'XZ').map(o => o.value), ['2060101', '2010101']);
  assert.deepEqual(fitting(options, '成果').map(o => o.value), ['2060404']);
  assert.deepEqual(fitting(options, '人大').map(o => o.value), ['2010101']);
  assert.equal(fitting(options, '').length, 3);
});
