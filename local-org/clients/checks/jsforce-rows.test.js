'use strict';

const { test, before } = require('node:test');
const assert = require('node:assert/strict');
const org = require('../org');
const { login, orchard } = require('../jsforce-connection');

let conn;
let trees;
before(async () => {
  conn = await login();
  trees = await orchard(conn, 'ROWS');
});

test('a row is created, read, changed and deleted', async () => {
  const table = conn.sobject('Tree__c');
  const created = await table.create({ ...trees('row', 1)[0], Apples__c: 10, Planted__c: '2026-01-31', Seen_On__c: '2026-01-31T12:00:00Z' });
  assert.equal(created.success, true);
  assert.deepEqual(created.errors, []);
  assert.match(created.id, /^a\w{17}$/);

  const tree = await table.retrieve(created.id);
  assert.equal(tree.Id, created.id);
  assert.equal(tree.attributes.type, 'Tree__c');
  assert.equal(tree.Apples__c, 10);
  assert.equal(tree.Planted__c, '2026-01-31');
  assert.equal(tree.Seen_On__c, '2026-01-31T12:00:00.000+0000');
  assert.equal(tree.Felled__c, false);
  assert.equal(tree.Tag__c, null);
  assert.match(tree.Name, /^T-\d{4}$/);

  const updated = await table.update({ Id: created.id, Apples__c: 11 });
  assert.deepEqual(updated, { id: created.id, success: true, errors: [] });
  const part = await table.retrieve(created.id, { fields: ['Apples__c'] });
  assert.equal(part.Apples__c, 11);
  assert.equal(part.Planted__c, undefined);

  assert.deepEqual(await table.destroy(created.id), { id: created.id, success: true, errors: [] });
  await assert.rejects(table.retrieve(created.id), { errorCode: 'NOT_FOUND' });
  await assert.rejects(table.update({ Id: created.id, Apples__c: 1 }), { errorCode: 'ENTITY_IS_DELETED' });
});

test('an upsert by external id says whether it made a row', async () => {
  const tree = { ...trees('up', 1)[0], Apples__c: 1 };
  const first = await conn.upsert('Tree__c', tree, 'Code__c');
  assert.deepEqual([first.success, first.created], [true, true]);
  const second = await conn.upsert('Tree__c', { ...tree, Apples__c: 2 }, 'Code__c');
  assert.deepEqual([second.success, second.created, second.id], [true, false, first.id]);
  const old = await login(org.username, { version: '45.0' });
  assert.deepEqual(await old.upsert('Tree__c', { ...tree, Apples__c: 3 }, 'Code__c'), { success: true, errors: [] });
  assert.equal((await conn.sobject('Tree__c').retrieve(first.id)).Apples__c, 3);
});

test('an external id that many rows have is MULTIPLE_CHOICES', async () => {
  await conn.create('Tree__c', trees('many', 2, { Tag__c: 'twin' }));
  const failure = await conn.upsert('Tree__c', { Tag__c: 'twin', Apples__c: 1 }, 'Tag__c').then(assert.fail, (error) => error);
  assert.equal(failure.errorCode, 'MULTIPLE_CHOICES');
  assert.equal(failure.content.length, 2);
  failure.content.forEach((url) => assert.match(url, /^\/services\/data\/v[\d.]+\/sobjects\/Tree__c\/a\w{17}$/));
});

test('a rule that refuses speaks in its own words', async () => {
  const failure = await conn.create('Tree__c', { ...trees('bad', 1)[0], Apples__c: -2 }).then(assert.fail, (error) => error);
  assert.equal(failure.errorCode, 'FIELD_CUSTOM_VALIDATION_EXCEPTION');
  assert.equal(failure.message, '[NEGATIVE] Apples cannot be negative.');
  assert.deepEqual(failure.data.fields, ['Apples__c']);
});

test('two rules that refuse are two errors', async () => {
  const failure = await conn.create('Tree__c', { ...trees('bad', 1)[0], Apples__c: -1 }).then(assert.fail, (error) => error);
  assert.equal(failure.errorCode, 'MULTIPLE_API_ERRORS');
  assert.deepEqual(failure.data.map((error) => error.errorCode), Array(2).fill('FIELD_CUSTOM_VALIDATION_EXCEPTION'));
});

test('every refusal has Salesforce\'s name', async () => {
  const refusal = (call) => call.then(assert.fail, (error) => error.errorCode);
  assert.equal(await refusal(conn.create('Tree__c', { Nope__c: 1 })), 'INVALID_FIELD');
  assert.equal(await refusal(conn.create('Tree__c', { Code__c: 'lonely' })), 'REQUIRED_FIELD_MISSING');
  assert.equal(await refusal(conn.create('Nope__c', {})), 'NOT_FOUND');
  assert.equal(await refusal(conn.create('Tree__c', { ...trees('x', 1)[0], Kind__c: 'Plum' })), 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST');
  assert.equal(await refusal(conn.create('Tree__c', { Orchard__r: { Code__c: 'HILL' }, Code__c: 'longer than ten' })), 'STRING_TOO_LONG');
  assert.equal(await refusal(conn.create('Tree__c', { Orchard__r: { Code__c: 'nowhere' } })), 'INVALID_FIELD');
  assert.equal(await refusal(conn.upsert('Tree__c', { Note__c: 'x' }, 'Note__c')), 'NOT_FOUND');
});

test('a duplicate names the row that was there first', async () => {
  const { id } = await conn.create('Tree__c', { ...trees('dup', 1)[0] });
  const failure = await conn.create('Tree__c', { ...trees('DUP', 1)[0] }).then(assert.fail, (error) => error);
  assert.equal(failure.errorCode, 'DUPLICATE_VALUE');
  assert.equal(failure.message, `duplicate value found: Code__c duplicates value on record with id: ${id.slice(0, 15)}`);
});

test('who may not write is told so', async () => {
  const integration = await login(org.restricted);
  await assert.rejects(integration.create('Region__c', { Name: 'South' }), { errorCode: /^(CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY|INSUFFICIENT_ACCESS_OR_READONLY)$/ });
  const { id } = await integration.create('Tree__c', { Code__c: 'int', Orchard__r: { Code__c: 'HILL' } });
  await assert.rejects(integration.sobject('Tree__c').destroy(id), { errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY' });
});

test('what was changed and deleted lately can be asked', async () => {
  const start = new Date(Date.now() - 60 * 60 * 1000);
  const { id } = await conn.create('Tree__c', trees('late', 1)[0]);
  const gone = await conn.create('Tree__c', trees('lateD', 1)[0]);
  await conn.sobject('Tree__c').destroy(gone.id);
  const end = new Date(Date.now() + 60 * 1000);
  const updated = await conn.sobject('Tree__c').updated(start, end);
  assert.ok(updated.ids.includes(id));
  assert.match(updated.latestDateCovered, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000\+0000$/);
  const deleted = await conn.sobject('Tree__c').deleted(start, end);
  assert.ok(deleted.deletedRecords.some((record) => record.id === gone.id && record.deletedDate));
  assert.ok(deleted.earliestDateAvailable);
});
