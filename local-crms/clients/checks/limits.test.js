'use strict';

const { after, test } = require('node:test');
const assert = require('node:assert/strict');
const { client, order, url } = require('../crm');

after(() => order('DELETE', 'faults'));

test('a 429 is tried again by the client itself, and 503 as well', async () => {
  const crm = client({ numberOfApiCallRetries: 3 }).crm;
  await order('PUT', 'faults', [
    { kind: 'rate-limit', policy: 'SECONDLY', times: 1, on: 'search' },
    { kind: 'status', status: 503, times: 1, on: 'read' },
  ]);
  const found = await crm.companies.searchApi.doSearch({ limit: 1 });
  assert.ok(found.total >= 0);
  const page = await crm.companies.basicApi.getPage(1);
  assert.ok(page.results.length <= 1);
});

test('the limit of ten seconds is waited for by the client itself', async () => {
  const crm = client({ numberOfApiCallRetries: 2 }).crm;
  await order('PUT', 'allowances', { tenSecondly: 1 });
  await order('PUT', 'faults', []);
  try {
    await crm.companies.basicApi.getPage(1);
    const started = Date.now();
    await crm.companies.basicApi.getPage(1);
    assert.ok(Date.now() - started >= 9_000);
  } finally {
    await order('PUT', 'allowances', { tenSecondly: 100000 });
  }
});

test('without retries the client tells which limit it was', async () => {
  const crm = client().crm;
  await order('PUT', 'faults', [{ kind: 'rate-limit', policy: 'DAILY', times: 1 }]);
  await assert.rejects(
    crm.companies.basicApi.getPage(1),
    (error) => error.code === 429 && error.body.policyName === 'DAILY',
  );
});

test('a refresh token gives a token that works', async () => {
  const hubspot = client({ accessToken: undefined });
  const granted = await hubspot.oauth.tokensApi.create(
    'refresh_token', undefined, undefined, 'local-client', 'local-secret', 'local-refresh-token',
  );
  assert.equal(granted.expiresIn, 1800);
  hubspot.setAccessToken(granted.accessToken);
  assert.ok((await hubspot.crm.contacts.basicApi.getPage(1)).results.length <= 1);
  const facts = await hubspot.oauth.accessTokensApi.get(granted.accessToken);
  assert.ok(facts.scopes.includes('crm.objects.contacts.read'));
});

test('a token that is none gets 401', async () => {
  const other = client({ accessToken: 'nonsense' });
  await assert.rejects(other.crm.contacts.basicApi.getPage(1), (error) => error.code === 401);
});

test('an own request of the client finds the dated path', async () => {
  const answer = await client().apiRequest({ method: 'GET', path: '/account-info/2026-09/details' });
  assert.equal((await answer.json()).timeZone, 'UTC');
  assert.ok(url.startsWith('http'));
});
