'use strict';

const { test } = require('node:test');
const assert = require('node:assert/strict');
const { client, fresh } = require('../crm');

const crm = client().crm;
const key = fresh('key');

test('a unique property is created, read, relabelled and archived', async () => {
  const made = await crm.properties.coreApi.create('companies', {
    name: key,
    label: 'Key',
    type: 'string',
    fieldType: 'text',
    groupName: 'companyinformation',
    hasUniqueValue: true,
  });
  assert.equal(made.hasUniqueValue, true);
  assert.equal((await crm.properties.coreApi.update('companies', key, { label: 'Our key' })).label, 'Our key');
  const all = await crm.properties.coreApi.getAll('companies');
  assert.ok(all.results.find((property) => property.name === key));
  const own = all.results.find((property) => property.name === 'hs_lastmodifieddate');
  assert.equal(own.modificationMetadata.readOnlyValue, true);
});

test('a batch upsert creates, and then changes the same records', async () => {
  const inputs = (name) =>
    Array.from({ length: 100 }, (_, n) => ({ id: `k${n}`, idProperty: key, properties: { name: `${name} ${n}` } }));
  const first = await crm.companies.batchApi.upsert({ inputs: inputs('first') });
  assert.equal(first.status, 'COMPLETE');
  assert.equal(first.results.length, 100);
  assert.ok(first.results.every((result) => result._new === true));
  const second = await crm.companies.batchApi.upsert({ inputs: inputs('second') });
  assert.ok(second.results.every((result) => result._new === false));
  assert.deepEqual(second.results.map((result) => result.id), first.results.map((result) => result.id));

  const read = await crm.companies.batchApi.read({
    idProperty: key,
    properties: ['name'],
    propertiesWithHistory: ['name'],
    inputs: [{ id: 'k7' }],
  });
  assert.deepEqual(read.results[0].propertiesWithHistory.name.map((version) => version.value), ['second 7', 'first 7']);
});

test('a bad input among traced ones is an error beside the results', async () => {
  const answer = await crm.companies.batchApi.upsert({
    inputs: [
      { id: 'k1', idProperty: key, objectWriteTraceId: 't1', properties: { name: 'good' } },
      { id: 'k2', idProperty: key, objectWriteTraceId: 't2', properties: { annualrevenue: 'bad' } },
    ],
  });
  assert.equal(answer.numErrors, 1);
  assert.deepEqual(answer.errors[0].context.objectWriteTraceId, ['t2']);
  assert.equal(answer.results[0].properties.name, 'good');
});

test('101 inputs are too many', async () => {
  const inputs = Array.from({ length: 101 }, (_, n) => ({ id: String(n) }));
  await assert.rejects(
    crm.companies.batchApi.read({ inputs, properties: [], propertiesWithHistory: [] }),
    (error) => error.code === 400,
  );
});

test('created, updated and archived in batches', async () => {
  const made = await crm.deals.batchApi.create({
    inputs: [1, 2].map((n) => ({ properties: { dealname: `Deal ${n}`, amount: '5' }, associations: [] })),
  });
  const ids = made.results.map((result) => ({ id: result.id }));
  const changed = await crm.deals.batchApi.update({
    inputs: ids.map(({ id }) => ({ id, properties: { dealstage: 'closedwon' } })),
  });
  assert.ok(changed.results.every((result) => result.properties.dealstage === 'closedwon'));
  await crm.deals.batchApi.archive({ inputs: ids });
  const page = await crm.deals.basicApi.getPage(100, undefined, undefined, undefined, undefined, true);
  assert.ok(ids.every(({ id }) => page.results.find((deal) => deal.id === id)));
});

test('the unique property goes away', async () => {
  await crm.properties.coreApi.archive('companies', key);
  await assert.rejects(crm.properties.coreApi.getByName('companies', key), (error) => error.code === 404);
});
