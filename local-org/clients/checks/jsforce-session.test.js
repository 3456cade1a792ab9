'use strict';

const { test } = require('node:test');
const assert = require('node:assert/strict');
const { createSign } = require('node:crypto');
const { readFileSync } = require('node:fs');
const org = require('../org');
const { connection, login } = require('../jsforce-connection');

test('a password login says who came in', async () => {
  const conn = connection();
  const user = await conn.login(org.username, org.password);
  assert.match(user.id, /^005\w{15}$/);
  assert.match(user.organizationId, /^00D\w{15}$/);
  assert.equal(conn.instanceUrl, org.url);
});

test('client credentials let the integration user in', async () => {
  const conn = connection();
  await conn.authorize({ grant_type: 'client_credentials' });
  assert.equal((await conn.identity()).username, org.restricted);
});

test('a connection of a token and an instance URL works, whatever version it speaks', async () => {
  const { accessToken, instanceUrl } = await login();
  for (const version of ['50.0', '60.0', '67.0']) {
    const conn = connection({ oauth2: undefined, accessToken, instanceUrl, version });
    const found = await conn.query("SELECT Id, Name FROM Orchard__c WHERE Code__c = 'HILL'");
    assert.equal(found.totalSize, 1);
    assert.equal(found.records[0].Name, 'Hill');
    assert.equal(found.records[0].attributes.url, `/services/data/v${version}/sobjects/Orchard__c/${found.records[0].Id}`);
  }
});

test('a wrong password and a wrong secret are told apart', async () => {
  await assert.rejects(connection().login(org.username, 'wrong'), { name: 'invalid_grant', message: 'authentication failure' });
  const stranger = connection({ oauth2: { loginUrl: org.url, clientId: org.clientId, clientSecret: 'wrong' } });
  await assert.rejects(stranger.login(org.username, org.password), { name: 'invalid_client' });
});

test('identity is found from the login and from the version root', async () => {
  const conn = await login();
  const known = await conn.identity();
  assert.equal(known.username, org.username);
  assert.equal(known.user_id, conn.userInfo.id);
  assert.equal(known.organization_id, conn.userInfo.organizationId);
  assert.equal(known.active, true);
  assert.ok(known.urls.rest.includes('/services/data/v'));
  const token = connection({ oauth2: undefined, accessToken: conn.accessToken, instanceUrl: conn.instanceUrl });
  assert.equal((await token.identity()).user_id, known.user_id);
});

test('limits arrive with every answer and on request', async () => {
  const conn = await login();
  await conn.query('SELECT Id FROM Orchard__c LIMIT 1');
  const before = conn.limitInfo.apiUsage;
  assert.ok(before.used >= 1 && before.used < before.limit);
  await conn.query('SELECT Id FROM Orchard__c LIMIT 1');
  assert.ok(conn.limitInfo.apiUsage.used > before.used);
  const limits = await conn.limits();
  assert.equal(limits.DailyApiRequests.Max, before.limit);
  assert.ok(limits.DailyApiRequests.Remaining < limits.DailyApiRequests.Max);
});

test('a revoked session is over', async () => {
  const conn = await login();
  const { accessToken, instanceUrl } = conn;
  await conn.logout();
  const late = connection({ oauth2: undefined, accessToken, instanceUrl });
  await assert.rejects(late.query('SELECT Id FROM Orchard__c'), { errorCode: 'INVALID_SESSION_ID' });
});

test('an expired session is renewed behind the scenes, once for all calls', async () => {
  const conn = await login();
  const stale = conn.accessToken;
  await login().then((other) => other.oauth2.revokeToken(stale));
  const answers = await Promise.all([1, 2, 3].map(() => conn.query('SELECT Id FROM Orchard__c')));
  answers.forEach((answer) => assert.ok(answer.totalSize >= 2));
  assert.notEqual(conn.accessToken, stale);
});

test('a web login brings a refresh token, and the refresh token a new session', async () => {
  const oauth2 = { loginUrl: org.url, clientId: org.clientId, clientSecret: org.clientSecret, redirectUri: 'http://127.0.0.1/callback' };
  const conn = connection({ oauth2 });
  const answer = await fetch(conn.oauth2.getAuthorizationUrl({ state: 'mine', login_hint: org.username }), { redirect: 'manual' });
  const back = new URL(answer.headers.get('location'));
  assert.equal(back.searchParams.get('state'), 'mine');
  await conn.authorize(back.searchParams.get('code'));
  const { accessToken, refreshToken } = conn;
  assert.ok(refreshToken);

  await conn.oauth2.revokeToken(accessToken);
  assert.ok((await conn.query('SELECT Id FROM Orchard__c')).totalSize >= 2);
  assert.notEqual(conn.accessToken, accessToken);

  await conn.oauth2.revokeToken(refreshToken);
  await assert.rejects(conn.oauth2.refreshToken(refreshToken), { name: 'invalid_grant', message: 'expired access/refresh token' });
});

const unsigned = org.jwtKey ? false : 'ORG_JWT_KEY names no private key that the org trusts';
test('a signed assertion lets its user in', { skip: unsigned }, async () => {
  const part = (json) => Buffer.from(JSON.stringify(json)).toString('base64url');
  const claims = { iss: org.clientId, sub: org.username, aud: 'https://login.salesforce.com', exp: Math.floor(Date.now() / 1000) + 180 };
  const content = `${part({ alg: 'RS256' })}.${part(claims)}`;
  const signature = createSign('RSA-SHA256').update(content).sign(readFileSync(org.jwtKey), 'base64url');
  const conn = connection({ oauth2: { loginUrl: org.url } });
  const bearer = (assertion) => conn.authorize({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion });
  await bearer(`${content}.${signature}`);
  assert.equal((await conn.identity()).username, org.username);
  await assert.rejects(bearer(`${content}.${signature.slice(0, -8)}AAAAAAAA`), { name: 'invalid_grant' });
});
