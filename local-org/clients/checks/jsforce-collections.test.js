'use strict';

const { test, before } = require('node:test');
const assert = require('node:assert/strict');
const { login, orchard } = require('../jsforce-connection');

const ALL = { allowRecursive: true };
let conn;
let table;
let trees;
before(async () => {
  conn = await login();
  trees = await orchard(conn, 'COLLECTIONS');
  table = conn.sobject('Tree__c');
});

test('450 rows are created, read, changed and deleted in runs of 200', async () => {
  const created = await table.create(trees('C', 450), ALL);
  assert.equal(created.length, 450);
  assert.ok(created.every((result) => result.success && result.errors.length === 0));
  const ids = created.map((result) => result.id);
  assert.equal(new Set(ids).size, 450);

  const read = await table.retrieve(ids, { fields: ['Id', 'Code__c'] });
  assert.deepEqual(read.map((tree) => tree.Code__c), trees('C', 450).map((tree) => tree.Code__c));

  const updated = await table.update(ids.map((Id) => ({ Id, Apples__c: 0.2 })), ALL);
  assert.deepEqual(updated.map((result) => result.id), ids);
  assert.equal(await table.count({ Code__c: { $like: 'C%' }, Apples__c: 0.2 }), 450);

  const destroyed = await table.destroy(ids, ALL);
  assert.ok(destroyed.every((result) => result.success));
  assert.equal(await table.count({ Code__c: { $like: 'C%' } }), 0);
});

test('210 rows are upserted, then upserted again', async () => {
  const first = await table.upsert(trees('U', 210, { Apples__c: 0.1 }), 'Code__c', ALL);
  assert.ok(first.every((result) => result.success && result.created === true));
  const second = await table.upsert(trees('U', 210, { Apples__c: 0.2 }), 'Code__c', ALL);
  assert.ok(second.every((result) => result.success && result.created === false));
  assert.deepEqual(second.map((result) => result.id), first.map((result) => result.id));
  const { records } = await conn.query("SELECT SUM(Apples__c) apples FROM Tree__c WHERE Code__c LIKE 'U%'");
  assert.equal(records[0].apples, 42);
});

test('201 rows in one call are too many', async () => {
  await assert.rejects(table.create(trees('X', 201)), { errorCode: 'EXCEEDED_ID_LIMIT' });
});

test('good rows are written, bad ones explained, in order', async () => {
  const [good, bad, other] = trees('M', 3);
  const results = await table.create([good, { ...bad, Apples__c: -5 }, other]);
  assert.deepEqual(results.map((result) => result.success), [true, false, true]);
  assert.equal(results[1].id, undefined);
  assert.deepEqual(results[1].errors, [{
    statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
    message: '[NEGATIVE] Apples cannot be negative.',
    fields: ['Apples__c'],
  }]);
  assert.equal(await table.count({ Code__c: { $like: 'M%' } }), 2);
});

test('all or none writes none when one is bad', async () => {
  const [good, bad] = trees('N', 2);
  const results = await table.create([good, { ...bad, Apples__c: -5 }], { allOrNone: true });
  assert.deepEqual(results.map((result) => result.errors[0].statusCode), ['ALL_OR_NONE_OPERATION_ROLLED_BACK', 'FIELD_CUSTOM_VALIDATION_EXCEPTION']);
  assert.equal(await table.count({ Code__c: { $like: 'N%' } }), 0);
});

test('the same external id twice fails twice', async () => {
  const [one, two] = trees('T', 2);
  const results = await table.upsert([one, two, { ...one, Code__c: 't0' }], 'Code__c');
  assert.deepEqual(results.map((result) => result.success), [false, true, false]);
  results.filter((result) => !result.success).forEach((result) => {
    assert.equal(result.errors[0].statusCode, 'DUPLICATE_VALUE');
    assert.match(result.errors[0].message, /^Duplicate external id specified: t0$/i);
  });
});

test('a row that is gone is null among those that are read', async () => {
  const [one, two] = await table.create(trees('G', 2));
  await table.destroy(one.id);
  const read = await table.retrieve([one.id, two.id]);
  assert.equal(read[0], null);
  assert.equal(read[1].Id, two.id);
  const again = await table.destroy([one.id, two.id]);
  assert.deepEqual(again.map((result) => result.success), [false, true]);
  assert.equal(again[0].errors[0].statusCode, 'ENTITY_IS_DELETED');
});

test('what a query finds can be changed and deleted', async () => {
  await table.create(trees('F', 5));
  const updated = await table.find({ Code__c: { $like: 'F%' } }).update({ Apples__c: 2 });
  assert.equal(updated.filter((result) => result.success).length, 5);
  assert.equal(await table.count({ Code__c: { $like: 'F%' }, Apples__c: 2 }), 5);
  const deleted = await table.find({ Code__c: { $like: 'F%' } }).destroy();
  assert.equal(deleted.filter((result) => result.success).length, 5);
});
