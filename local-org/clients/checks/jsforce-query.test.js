'use strict';

const { test, before } = require('node:test');
const assert = require('node:assert/strict');
const { login, orchard } = require('../jsforce-connection');

let conn;
let trees;
before(async () => {
  conn = await login();
  trees = await orchard(conn, 'QUERY');
  const records = trees('Q', 2300).map((tree, number) => ({ ...tree, Apples__c: number < 20 ? 1.5 : null }));
  const results = await conn.sobject('Tree__c').upsert(records, 'Code__c', { allowRecursive: true });
  assert.equal(results.filter((result) => result.success).length, 2300);
});

test('a long answer comes in pages', async () => {
  const first = await conn.query("SELECT Id, Code__c FROM Tree__c WHERE Code__c LIKE 'Q%'");
  assert.equal(first.totalSize, 2300);
  assert.equal(first.records.length, 2000);
  assert.equal(first.done, false);
  const second = await conn.queryMore(first.nextRecordsUrl);
  assert.equal(second.records.length, 300);
  assert.equal(second.done, true);
  assert.equal(second.nextRecordsUrl, undefined);
});

test('autoFetch brings every row once', async () => {
  const records = await conn.query("SELECT Code__c FROM Tree__c WHERE Code__c LIKE 'Q%'", { autoFetch: true, maxFetch: 5000 });
  assert.equal(records.records.length, 2300);
  assert.equal(new Set(records.records.map((record) => record.Code__c)).size, 2300);
});

test('batchSize makes smaller pages', async () => {
  const page = await conn.query("SELECT Id FROM Tree__c WHERE Code__c LIKE 'Q%'", { headers: { 'Sforce-Query-Options': 'batchSize=200' } });
  assert.equal(page.records.length, 200);
});

test('records arrive as a stream', async () => {
  let seen = 0;
  const query = conn.query("SELECT Id FROM Tree__c WHERE Code__c LIKE 'Q%'").on('record', () => { seen += 1; });
  await query.run({ autoFetch: true, maxFetch: 2100 });
  assert.equal(seen, 2100);
});

test('jsforce builds queries with children and parents', async () => {
  const [found] = await conn.sobject('Orchard__c').find({ Code__c: 'QUERY' }, 'Name, Code__c, Region__r.Name')
    .include('Trees__r').select('Id, Code__c').where({ Code__c: { $in: ['Q1', 'Q2'] } }).orderby('Code__c').end()
    .execute();
  assert.equal(found.Region__r.Name, 'North');
  assert.deepEqual(found.Trees__r.records.map((tree) => tree.Code__c), ['Q1', 'Q2']);
});

test('counting, sorting, first of many', async () => {
  const table = conn.sobject('Tree__c');
  assert.equal(await table.count({ Code__c: { $like: 'Q%' } }), 2300);
  const top = await table.find({ Code__c: { $like: 'Q22%' } }, ['Code__c']).sort({ Code__c: -1 }).limit(2).execute();
  assert.deepEqual(top.map((tree) => tree.Code__c), ['Q2299', 'Q2298']);
  assert.equal((await table.findOne({ Code__c: 'Q7' })).Apples__c, 1.5);
  assert.equal(await table.findOne({ Code__c: 'nowhere' }), null);
});

test('aggregates have names', async () => {
  const { records } = await conn.query("SELECT Orchard__r.Code__c code, COUNT(Id) trees, SUM(Apples__c) FROM Tree__c WHERE Code__c LIKE 'Q%' GROUP BY Orchard__r.Code__c");
  assert.equal(records.length, 1);
  assert.deepEqual({ ...records[0] }, { attributes: { type: 'AggregateResult' }, code: 'QUERY', trees: 2300, expr0: 30 });
  const count = await conn.query("SELECT COUNT() FROM Tree__c WHERE Code__c LIKE 'Q%'");
  assert.equal(count.totalSize, 2300);
  assert.deepEqual(count.records, []);
});

test('deleted rows are seen by those who ask for them', async () => {
  const { id } = await conn.create('Tree__c', trees('gone', 1)[0]);
  await conn.sobject('Tree__c').destroy(id);
  const soql = `SELECT Id, IsDeleted FROM Tree__c WHERE Id = '${id}'`;
  assert.equal((await conn.query(soql)).totalSize, 0);
  const all = await conn.query(soql, { scanAll: true });
  assert.equal(all.records[0].IsDeleted, true);
});

test('what is wrong with a query has a name and a place', async () => {
  const failure = (soql) => conn.query(soql).then(assert.fail, (error) => error);
  const field = await failure('SELECT Nope FROM Tree__c');
  assert.equal(field.errorCode, 'INVALID_FIELD');
  assert.match(field.message, /ERROR at Row:1:Column:8\nNo such column 'Nope' on entity 'Tree__c'/);
  assert.equal((await failure('SELECT Id FROM Nope')).errorCode, 'INVALID_TYPE');
  assert.equal((await failure('SELECT Id FROM Tree__c WHERE')).errorCode, 'MALFORMED_QUERY');
  const locator = await conn.queryMore('01gRO0000016PIAYA2-2000').then(assert.fail, (error) => error);
  assert.equal(locator.errorCode, 'INVALID_QUERY_LOCATOR');
});
