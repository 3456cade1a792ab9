'use strict';

const { test, before } = require('node:test');
const assert = require('node:assert/strict');
const { Readable } = require('node:stream');
const { login, orchard } = require('../jsforce-connection');

let conn;
let table;
before(async () => {
  conn = await login();
  await orchard(conn, 'BULK');
  conn.bulk2.pollInterval = 50;
  conn.bulk2.pollTimeout = 30000;
  table = conn.sobject('Tree__c');
});

const rows = (letters, count, more = {}) =>
  Array.from({ length: count }, (_, number) => ({ Code__c: `${letters}${number}`, 'Orchard__r.Code__c': 'BULK', ...more }));

test('a thousand rows go in and are told apart from the bad ones', async () => {
  const input = rows('B', 1000, { Apples__c: 0 });
  input[10].Apples__c = -3;
  input[20]['Orchard__r.Code__c'] = 'nowhere';
  const results = await conn.bulk2.loadAndWaitForResults({ object: 'Tree__c', operation: 'insert', input });
  assert.equal(results.successfulResults.length, 998);
  assert.match(results.successfulResults[0].sf__Id, /^a\w{17}$/);
  assert.equal(results.successfulResults[0].sf__Created, 'true');
  assert.ok(results.successfulResults[0].Code__c.startsWith('B'));
  const errors = Object.fromEntries(results.failedResults.map((row) => [row.Code__c, row.sf__Error]));
  assert.deepEqual(Object.keys(errors).sort(), ['B10', 'B20']);
  assert.match(errors.B10, /^FIELD_CUSTOM_VALIDATION_EXCEPTION:\[NEGATIVE\] Apples cannot be negative\.:Apples__c --$/);
  assert.match(errors.B20, /^INVALID_FIELD:Foreign key external ID: nowhere not found for field Code__c in entity Orchard__c/i);
  assert.deepEqual(results.unprocessedRecords, []);
  assert.equal(await table.count({ Code__c: { $like: 'B%' } }), 998);
});

test('an upsert knows what was there', async () => {
  await table.create([{ Code__c: 'V0', Orchard__r: { Code__c: 'BULK' } }]);
  const { successfulResults } = await conn.bulk2.loadAndWaitForResults({
    object: 'Tree__c', operation: 'upsert', externalIdFieldName: 'Code__c', input: rows('V', 3, { Tag__c: 'v', Felled__c: true }),
  });
  const created = Object.fromEntries(successfulResults.map((row) => [row.Code__c, row.sf__Created]));
  assert.deepEqual(created, { V0: 'false', V1: 'true', V2: 'true' });
  assert.equal(await table.count({ Code__c: { $like: 'V%' }, Felled__c: true }), 3);
});

test('an update clears with #N/A and leaves empty cells alone', async () => {
  const [{ id }] = await table.create([{ Code__c: 'W0', Tag__c: 'w', Apples__c: 5, Orchard__r: { Code__c: 'BULK' } }]);
  const csv = `Id,Tag__c,Apples__c\n${id},#N/A,\n`;
  const { successfulResults } = await conn.bulk2.loadAndWaitForResults({ object: 'Tree__c', operation: 'update', input: csv });
  assert.equal(successfulResults[0].sf__Created, 'false');
  const tree = await table.retrieve(id);
  assert.equal(tree.Tag__c, null);
  assert.equal(tree.Apples__c, 5);
});

test('a delete takes ids', async () => {
  const created = await table.create([0, 1].map((n) => ({ Code__c: `D${n}`, Orchard__r: { Code__c: 'BULK' } })));
  const { successfulResults } = await conn.bulk2.loadAndWaitForResults({
    object: 'Tree__c', operation: 'delete', input: created.map(({ id }) => ({ Id: id })),
  });
  assert.deepEqual(successfulResults.map((row) => row.sf__Id).sort(), created.map(({ id }) => id).sort());
  assert.equal(await table.count({ Code__c: { $in: ['D0', 'D1'] } }), 0);
});

test('a job has a life that can be watched, step by step', async () => {
  const job = conn.bulk2.createJob({ object: 'Tree__c', operation: 'insert', lineEnding: 'CRLF', columnDelimiter: 'SEMICOLON' });
  const opened = await job.open();
  assert.equal(opened.state, 'Open');
  assert.match(opened.id, /^750\w{15}$/);
  assert.equal(opened.contentUrl, `services/data/v${conn.version}/jobs/ingest/${opened.id}/batches`);
  assert.equal(opened.apiVersion, Number(conn.version));
  await job.uploadData(Readable.from(['Code__c;Orchard__r.Code__c;Note__c\r\n', 'S0;BULK;"a;b ""c"""\r\n']));
  await job.close();
  assert.equal(job.getInfo().state, 'UploadComplete');
  await job.poll();
  const done = await job.check();
  assert.equal(done.state, 'JobComplete');
  assert.equal(done.jobType, 'V2Ingest');
  assert.equal(done.numberRecordsProcessed, 1);
  assert.equal(done.numberRecordsFailed, 0);
  assert.equal((await table.findOne({ Code__c: 'S0' })).Note__c, 'a;b "c"');
  await job.delete();
  await assert.rejects(job.check(), { errorCode: 'NOT_FOUND' });
});

test('a job can be given up', async () => {
  const job = conn.bulk2.createJob({ object: 'Tree__c', operation: 'insert' });
  await job.open();
  await job.abort();
  assert.equal((await job.check()).state, 'Aborted');
  await assert.rejects(job.poll(), /aborted/);
});

test('a job for an object that is not there is refused', async () => {
  const job = conn.bulk2.createJob({ object: 'Nope__c', operation: 'insert' });
  const failure = await job.open().then(assert.fail, (error) => error);
  assert.match(failure.errorCode, /^[A-Z_]+$/);
});

test('a bulk query streams its rows', async () => {
  await conn.bulk2.loadAndWaitForResults({ object: 'Tree__c', operation: 'insert', input: rows('Y', 2500, { Planted__c: '2026-01-31' }) });
  const stream = await conn.bulk2.query("SELECT Id, Code__c, Planted__c, Orchard__r.Name FROM Tree__c WHERE Code__c LIKE 'Y%' ORDER BY Code__c");
  const found = await stream.toArray();
  assert.equal(found.length, 2500);
  assert.equal(found[0].Code__c, 'Y0');
  assert.equal(found[0]['Orchard__r.Name'], 'BULK');
  assert.equal(found[0].Planted__c, '2026-01-31');
});

test('a bulk query without rows is an empty stream, a bad one fails', async () => {
  const empty = await conn.bulk2.query("SELECT Id FROM Tree__c WHERE Code__c = 'nowhere'");
  assert.deepEqual(await empty.toArray(), []);
  const failure = await conn.bulk2.query('SELECT Nope FROM Tree__c').then(assert.fail, (error) => error);
  assert.match(failure.errorCode, /^(INVALID_FIELD|API_ERROR|INVALIDENTITY|MALFORMED_QUERY)$/);
});
