'use strict';

const { test, before } = require('node:test');
const assert = require('node:assert/strict');
const org = require('../org');
const { login } = require('../jsforce-connection');

let conn;
before(async () => {
  conn = await login();
});

test('the global describe lists every object and feeds jsforce\'s tables', async () => {
  const { sobjects, maxBatchSize, encoding } = await conn.describeGlobal();
  assert.equal(encoding, 'UTF-8');
  assert.equal(maxBatchSize, 200);
  const names = sobjects.map((object) => object.name);
  for (const name of ['Account', 'Contract', 'User', 'Orchard__c', 'Tree__c', 'Policy__mdt']) {
    assert.ok(names.includes(name), name);
  }
  const tree = sobjects.find((object) => object.name === 'Tree__c');
  assert.equal(tree.urls.describe, `/services/data/v${org.version}/sobjects/Tree__c/describe`);
  assert.match(tree.keyPrefix, /^a\w\w$/);
});

test('an object is described field by field', async () => {
  const tree = await conn.describe('Tree__c');
  assert.equal(tree.custom, true);
  const fields = Object.fromEntries(tree.fields.map((field) => [field.name, field]));
  assert.deepEqual(
    [fields.Code__c.type, fields.Code__c.length, fields.Code__c.externalId, fields.Code__c.unique, fields.Code__c.idLookup],
    ['string', 10, true, true, true],
  );
  assert.deepEqual([fields.Apples__c.type, fields.Apples__c.precision, fields.Apples__c.scale], ['double', 6, 1]);
  assert.deepEqual(fields.Orchard__c.referenceTo, ['Orchard__c']);
  assert.equal(fields.Orchard__c.relationshipName, 'Orchard__r');
  assert.equal(fields.Orchard__c.cascadeDelete, true);
  assert.deepEqual(fields.Kind__c.picklistValues.map((value) => [value.value, value.defaultValue]), [['Apple', true], ['Pear', false]]);
  assert.deepEqual([fields.Closed__c.calculated, fields.Closed__c.updateable], [true, false]);
  assert.equal(fields.Name.autoNumber, true);
});

test('children are named in their master\'s description', async () => {
  const { childRelationships } = await conn.sobject('Orchard__c').describe();
  const trees = childRelationships.find((child) => child.childSObject === 'Tree__c');
  assert.deepEqual([trees.field, trees.relationshipName, trees.cascadeDelete], ['Orchard__c', 'Trees__r', true]);
});

test('describe is cached when it is asked to be', async () => {
  const first = await conn.describe$('Tree__c');
  assert.equal(await conn.describe$('Tree__c'), first);
});

test('an object that is not there is NOT_FOUND', async () => {
  await assert.rejects(conn.describe('Nope__c'), { errorCode: 'NOT_FOUND' });
});

test('versions and resources are listed', async () => {
  const versions = await conn.request('/services/data');
  assert.ok(versions.some((version) => version.version === org.version && version.url === `/services/data/v${org.version}`));
  const resources = await conn.request(`/services/data/v${org.version}/`);
  assert.equal(resources.sobjects, `/services/data/v${org.version}/sobjects`);
  assert.ok(resources.identity.startsWith('http'));
});
