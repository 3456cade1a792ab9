'use strict';

const { test, before } = require('node:test');
const assert = require('node:assert/strict');
const { Composite, CompositeBatch, CompositeCollection, Rest, RestObject, SalesforceFieldType, requestAccessToken, sField } = require('ts-force');
const org = require('../org');

/** A class as ts-force's generator writes it, with its decorators applied by hand. */
class Tree extends RestObject {
  constructor(fields, client) {
    super('Tree__c', client);
    this.initObject(fields);
  }
}
const field = (property, apiName, salesforceType) => sField({
  apiName, salesforceType, createable: true, updateable: true, required: false, externalId: false, reference: undefined, childRelationship: false,
})(Tree.prototype, property);
field('code', 'Code__c', SalesforceFieldType.STRING);
field('tag', 'Tag__c', SalesforceFieldType.STRING);
field('apples', 'Apples__c', SalesforceFieldType.DOUBLE);
field('orchardId', 'Orchard__c', SalesforceFieldType.REFERENCE);

let rest;
let orchardId;
const tree = (fields) => new Tree({ orchardId, ...fields }, rest);
const API = `/services/data/v${org.version}`;

before(async () => {
  const token = await requestAccessToken({
    grant_type: 'password', instanceUrl: org.url, client_id: org.clientId, client_secret: org.clientSecret, username: org.username, password: org.password,
  });
  rest = new Rest({ ...token, version: Number(org.version) });
  const { records } = await rest.query("SELECT Id FROM Orchard__c WHERE Code__c = 'HILL'");
  orchardId = records[0].Id;
});

test('an object is inserted, refreshed, updated and deleted', async () => {
  const one = tree({ code: 'tf1', apples: 2 });
  await one.insert({ refresh: true });
  assert.match(one.id, /^a\w{17}$/);
  assert.equal(one.apples, 2);
  one.tag = 'new';
  await one.update({ sendAllFields: true });
  const { records } = await rest.query(`SELECT Tag__c FROM Tree__c WHERE Id = '${one.id}'`);
  assert.equal(records[0].Tag__c, 'new');
  await one.delete();
  assert.equal((await rest.query(`SELECT Id FROM Tree__c WHERE Id = '${one.id}'`)).totalSize, 0);
  assert.equal((await rest.query(`SELECT Id FROM Tree__c WHERE Id = '${one.id}'`, true)).totalSize, 1);
});

test('a refusal comes with status, code and words', async () => {
  const failure = await tree({ code: 'tf2', apples: -2 }).insert().then(assert.fail, (error) => error);
  assert.equal(failure.response.status, 400);
  assert.deepEqual(failure.response.data, [{
    message: '[NEGATIVE] Apples cannot be negative.', errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', fields: ['Apples__c'],
  }]);
});

test('a collection answers in order and sets the ids', async () => {
  const trees = ['tfc1', 'tfc2'].map((code) => tree({ code }));
  const collection = new CompositeCollection(rest);
  const results = await collection.insert(trees);
  assert.deepEqual(results.map((result) => result.success), [true, true]);
  assert.deepEqual(trees.map((one) => one.id), results.map((result) => result.id));
  const refused = await collection.insert([tree({ code: 'tfc3' }), tree({ code: 'tfc4', apples: -2 })], true, false);
  assert.deepEqual(refused.map((result) => result.errors[0].statusCode), ['ALL_OR_NONE_OPERATION_ROLLED_BACK', 'FIELD_CUSTOM_VALIDATION_EXCEPTION']);
  const deleted = await collection.delete(trees);
  assert.deepEqual(deleted.map((result) => result.success), [true, true]);
});

test('a composite and a batch call back with their answers', async () => {
  const { compositeResponse } = await new Composite(rest)
    .addRequest({ method: 'POST', url: `${API}/sobjects/Tree__c`, referenceId: 'one', body: { Code__c: 'tfx', Orchard__c: orchardId } })
    .addRequest({ method: 'GET', url: `${API}/sobjects/Tree__c/@{one.id}`, referenceId: 'two' })
    .send({ allOrNone: true });
  assert.deepEqual(compositeResponse.map((answer) => answer.httpStatusCode), [201, 200]);
  assert.equal(compositeResponse[1].body.Code__c, 'tfx');

  const batch = new CompositeBatch(rest);
  batch.addInsert(tree({ code: 'tfb1' }));
  batch.addInsert(tree({ code: 'tfb2', apples: -2 }));
  const answer = await batch.send();
  assert.equal(answer.hasErrors, true);
  assert.deepEqual(answer.results.map((result) => result.statusCode), [201, 400]);
});

test('descriptions, limits and pages are read', async () => {
  const description = await rest.getSObjectDescribe('Tree__c');
  assert.ok(description.fields.some((one) => one.name === 'Code__c' && one.externalId));
  assert.ok((await rest.limits()).DailyApiRequests.Max > 0);
  assert.ok(rest.apiLimit.used > 0 && rest.apiLimit.limit > rest.apiLimit.used);
  const { data } = await rest.request.get(`${API}/query?q=SELECT+Id+FROM+User`, { headers: { 'Sforce-Query-Options': 'batchSize=200' } });
  assert.equal(data.done, true);
  assert.equal(data.records.length, data.totalSize);
});
