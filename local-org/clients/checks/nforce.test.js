'use strict';

const { test, before } = require('node:test');
const assert = require('node:assert/strict');
const nforce = require('nforce');
const org = require('../org');

// nforce calls every object and field by its lower-case name, speaks version 38 by default and always asks for gzip here.
const connection = () => nforce.createConnection({
  clientId: org.clientId,
  clientSecret: org.clientSecret,
  redirectUri: 'http://127.0.0.1/callback',
  loginUri: `${org.url}/services/oauth2/token`,
  mode: 'single',
  gzip: true,
  autoRefresh: true,
});
const client = connection();

before(async () => {
  const oauth = await client.authenticate({ username: org.username, password: org.password });
  assert.equal(oauth.token_type, 'Bearer');
  assert.equal(oauth.instance_url, org.url);
});

function tree(code, more = {}) {
  return nforce.createSObject('Tree__c', { code__c: code, orchard__r: { code__c: 'HILL' }, ...more });
}

test('a wrong password is refused in words', async () => {
  await assert.rejects(connection().authenticate({ username: org.username, password: 'wrong' }), /invalid_grant - authentication failure/);
});

test('a row is created, read, changed and deleted', async () => {
  const one = tree('nf1', { tag__c: 'nf' });
  const created = await client.insert({ sobject: one });
  assert.deepEqual([created.success, created.errors, created.id], [true, [], one.getId()]);

  const read = await client.getRecord({ sobject: one });
  assert.equal(read.get('Code__c'), 'nf1');
  assert.equal(read.getType(), 'tree__c');
  assert.equal(read.get('Felled__c'), false);

  one.set('Tag__c', 'changed');
  await client.update({ sobject: one });
  const again = await client.getRecord({ sobject: one, fields: ['Tag__c'] });
  assert.equal(again.get('Tag__c'), 'changed');

  await client.delete({ sobject: one });
  await assert.rejects(client.getRecord({ sobject: one }), { statusCode: 404, errorCode: 'NOT_FOUND' });
});

test('an upsert by external id tells no more than version 38 does', async () => {
  const record = (tag) => {
    const one = nforce.createSObject('Tree__c', { tag__c: tag, orchard__r: { code__c: 'HILL' } });
    one.setExternalId('Code__c', 'nf%2F2'); // nforce puts it into the path as it is
    return one;
  };
  const first = await client.upsert({ sobject: record('a') });
  assert.equal(first.success, true);
  assert.equal(first.created, undefined);
  assert.equal(await client.upsert({ sobject: record('b') }), '');
  const { records } = await client.query({ query: "SELECT Id, Tag__c FROM Tree__c WHERE Code__c = 'nf/2'" });
  assert.deepEqual(records.map((row) => [row.get('id'), row.get('tag__c')]), [[first.id, 'b']]);
});

test('a refusal has code and words', async () => {
  await assert.rejects(client.insert({ sobject: tree('nf3', { apples__c: -2 }) }), {
    statusCode: 400, errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: '[NEGATIVE] Apples cannot be negative.',
  });
  await assert.rejects(client.query({ query: 'SELECT Nope FROM Tree__c' }), { errorCode: 'INVALID_FIELD' });
});

test('identity, versions, objects, descriptions and limits are read', async () => {
  assert.equal((await client.getIdentity()).username, org.username);
  assert.equal((await client.getResources()).sobjects, '/services/data/v38.0/sobjects');
  assert.ok((await client.getSObjects()).sobjects.some((object) => object.name === 'Tree__c'));
  assert.equal((await client.getMetadata({ type: 'tree__c' })).objectDescribe.name, 'Tree__c');
  const code = (await client.getDescribe({ type: 'tree__c' })).fields.find((field) => field.name === 'Code__c');
  assert.equal(code.externalId, true);
  assert.ok((await client.getLimits()).DailyApiRequests.Max > 0);
});

test('a session that is over is begun again', async () => {
  const stale = client.getOAuth().access_token;
  await fetch(`${org.url}/services/oauth2/revoke?token=${encodeURIComponent(stale)}`);
  const { totalSize } = await client.query({ query: "SELECT Id FROM Orchard__c WHERE Code__c = 'HILL'" });
  assert.equal(totalSize, 1);
  assert.notEqual(client.getOAuth().access_token, stale);
});
