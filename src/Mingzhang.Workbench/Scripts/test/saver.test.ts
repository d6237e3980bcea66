import assert from 'node:assert/strict';
import test from 'node:test';
import { Saver, type Sent } from '../src/saver';
import type { Answer } from '../src/types';
import { made } from './table.test';

const settled = () => new Promise(r => setTimeout(r, 5));
type Body = { edits: { key: string; id: string; version: number; set: Record<string, string>; again: boolean }[] };

function saving(answer: (body: Body) => Sent | Error) {
  const table = made([['1', 5, 'general', '2060101', '1.00', '']]);
  const sent: Body[] = [];
  const saver = new Saver(table, 'c', b => { sent.push(b as Body); const a = answer(b as Body); return a instanceof Error ? Promise.reject(a) : Promise.resolve(a); }, () => true, () => Promise.resolve(false), () => { }, () => { });
  return { table, saver, sent };
}

const good = (body: Body): Sent => ({ status: 200, body: { edits: body.edits.map((e): Answer => ({ key: e.key, line: ['1', e.version + 1, 'general', '2060101', e.set.fen + '.00', ''] })) } });

test('only what was changed is sent, and what comes back stands', async () => {
  const { table, saver, sent } = saving(good);
  table.set([{ row: table.rows[0], column: 2, value: '7' }]);
  saver.pump();
  await settled();
  assert.deepEqual(sent.map(s => s.edits[0].set), [{ fen: '7' }]);
  assert.equal(table.rows[0].cells[2], '7.00');
  assert.equal(saver.said, 'saved');
});

test('what is refused is not sent again until it is changed', async () => {
  const { table, saver, sent } = saving(b => ({ status: 200, body: { edits: b.edits.map(e => ({ key: e.key, faults: [{ field: 'fen', message: 'no', remedy: '', fixes: [] }] })) } }));
  table.set([{ row: table.rows[0], column: 2, value: 'x' }]);
  saver.pump();
  await settled();
  saver.pump();
  await settled();
  assert.equal(sent.length, 1);
  table.set([{ row: table.rows[0], column: 2, value: 'y' }]);
  saver.pump();
  await settled();
  assert.equal(sent.length, 2);
});

test('without a server the edits wait and are sent as sent before', async () => {
  let down = true;
  const { table, saver, sent } = saving(b => down ? new Error('gone') : good(b));
  table.set([{ row: table.rows[0], column: 2, value: '7' }]);
  saver.pump();
  await settled();
  assert.equal(saver.said, 'offline');
  assert.equal(table.places(), 1);
  down = false;
  saver.retry();
  await settled();
  assert.ok(sent[1].edits[0].again);
  assert.equal(saver.said, 'saved');
});

test('who is signed out keeps what he typed', async () => {
  const { table, saver } = saving(() => ({ status: 401, body: {} }));
  table.set([{ row: table.rows[0], column: 2, value: '7' }]);
  saver.pump();
  await settled();
  assert.equal(saver.said, 'signedOut');
  assert.equal(table.places(), 1);
});
