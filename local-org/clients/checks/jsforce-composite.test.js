'use strict';

const { test, before } = require('node:test');
const assert = require('node:assert/strict');
const org = require('../org');
const { login } = require('../jsforce-connection');

const API = `/services/data/v${org.version}`;
let conn;
before(async () => {
  conn = await login();
});

const step = (method, url, referenceId, body) => ({ method, url: API + url, referenceId, ...(body && { body }) });
const composite = (allOrNone, ...compositeRequest) => conn.requestPost('/composite', { allOrNone, compositeRequest });

test('later steps use what earlier ones answered', async () => {
  const { compositeResponse } = await composite(
    true,
    step('PATCH', '/sobjects/Orchard__c/Code__c/COMP', 'orchard', { Name: 'Composite', Region__c: (await conn.sobject('Region__c').findOne()).Id }),
    step('POST', '/sobjects/Tree__c', 'tree', { Code__c: 'comp1', Orchard__c: '@{orchard.id}', Apples__c: 4 }),
    step('GET', '/sobjects/Orchard__c/@{orchard.id}?fields=Id,Apples_Total__c', 'read'),
    step('GET', "/query?q=SELECT+Code__c+FROM+Tree__c+WHERE+Orchard__c='@{read.Id}'", 'found'),
    step('DELETE', '/sobjects/Tree__c/@{tree.id}', 'felled'),
  );
  assert.deepEqual(compositeResponse.map((answer) => answer.referenceId), ['orchard', 'tree', 'read', 'found', 'felled']);
  assert.deepEqual(compositeResponse.map((answer) => answer.httpStatusCode), [201, 201, 200, 200, 204]);
  const [orchard, tree, read, found, felled] = compositeResponse;
  assert.equal(orchard.body.created, true);
  assert.equal(tree.httpHeaders.Location, `${API}/sobjects/Tree__c/${tree.body.id}`);
  assert.equal(read.body.Apples_Total__c, 4);
  assert.equal(found.body.records[0].Code__c, 'comp1');
  assert.equal(felled.body, null);
});

test('one bad step rolls all back', async () => {
  const { compositeResponse } = await composite(
    true,
    step('POST', '/sobjects/Account', 'good', { Name: 'Rolled Back' }),
    step('POST', '/sobjects/Account', 'bad', {}),
    step('POST', '/sobjects/Account', 'late', { Name: 'Rolled Back' }),
  );
  assert.deepEqual(compositeResponse.map((answer) => answer.httpStatusCode), [400, 400, 400]);
  assert.deepEqual(compositeResponse.map((answer) => answer.body[0].errorCode), ['PROCESSING_HALTED', 'REQUIRED_FIELD_MISSING', 'PROCESSING_HALTED']);
  assert.equal(await conn.sobject('Account').count({ Name: 'Rolled Back' }), 0);
});

test('without all-or-none the other steps stand', async () => {
  const { compositeResponse } = await composite(
    false,
    step('POST', '/sobjects/Account', 'good', { Name: 'Stands' }),
    step('POST', '/sobjects/Nope', 'bad', {}),
    step('PATCH', '/sobjects/Account/@{good.id}', 'more', { Site: 'river' }),
    step('PATCH', '/sobjects/Account/@{bad.id}', 'lost', { Site: 'river' }),
  );
  assert.deepEqual(compositeResponse.map((answer) => answer.httpStatusCode), [201, 404, 204, 400]);
  assert.equal(compositeResponse[1].body[0].errorCode, 'NOT_FOUND');
  assert.equal(compositeResponse[3].body[0].errorCode, 'PROCESSING_HALTED');
  assert.equal((await conn.sobject('Account').findOne({ Name: 'Stands' })).Site, 'river');
});

test('26 steps are too many', async () => {
  const steps = Array.from({ length: 26 }, (_, number) => step('GET', '/limits', `r${number}`));
  const { compositeResponse } = await composite(false, ...steps);
  assert.equal(compositeResponse[0].body[0].errorCode, 'LIMIT_EXCEEDED');
});

test('a batch runs its requests one by one', async () => {
  const answer = await conn.requestPost('/composite/batch', {
    batchRequests: [
      { method: 'POST', url: `v${org.version}/sobjects/Account`, richInput: { Name: 'Batch' } },
      { method: 'GET', url: `v${org.version}/query?q=SELECT+COUNT()+FROM+Account+WHERE+Name='Batch'` },
      { method: 'GET', url: `v${org.version}/sobjects/Nope/describe` },
    ],
  });
  assert.equal(answer.hasErrors, true);
  assert.deepEqual(answer.results.map((result) => result.statusCode), [201, 200, 404]);
  assert.equal(answer.results[1].result.totalSize, 1);
  assert.equal(answer.results[2].result[0].errorCode, 'NOT_FOUND');
});

test('a batch that halts skips the rest', async () => {
  const answer = await conn.requestPost('/composite/batch', {
    haltOnError: true,
    batchRequests: [
      { method: 'GET', url: `v${org.version}/sobjects/Nope/describe` },
      { method: 'GET', url: `v${org.version}/limits` },
    ],
  });
  assert.deepEqual(answer.results.map((result) => result.statusCode), [404, 412]);
  assert.equal(answer.results[1].result[0].errorCode, 'BATCH_PROCESSING_HALTED');
});

test('a graph is all or none by itself', async () => {
  const graph = (graphId, ...compositeRequest) => ({ graphId, compositeRequest });
  const { graphs } = await conn.requestPost('/composite/graph', {
    graphs: [
      graph('whole', step('POST', '/sobjects/Account', 'a', { Name: 'Graph' }), step('PATCH', '/sobjects/Account/@{a.id}', 'b', { Site: 'graph' })),
      graph('broken', step('POST', '/sobjects/Account', 'c', { Name: 'Graph' }), step('POST', '/sobjects/Account', 'd', {})),
    ],
  });
  assert.deepEqual(graphs.map((one) => [one.graphId, one.isSuccessful]), [['whole', true], ['broken', false]]);
  assert.deepEqual(graphs[0].graphResponse.compositeResponse.map((answer) => answer.httpStatusCode), [201, 204]);
  assert.equal(await conn.sobject('Account').count({ Name: 'Graph' }), 1);
});

test('a tree grows at once or not at all', async () => {
  const region = (await conn.sobject('Region__c').findOne()).Id;
  const orchard = (referenceId, apples) => ({
    attributes: { type: 'Orchard__c', referenceId },
    Name: referenceId,
    Region__c: region,
    Trees__r: { records: [{ attributes: { type: 'Tree__c', referenceId: `${referenceId}Tree` }, Apples__c: apples }] },
  });
  const grown = await conn.requestPost('/composite/tree/Orchard__c', { records: [orchard('Sapling', 3)] });
  assert.equal(grown.hasErrors, false);
  assert.deepEqual(grown.results.map((result) => result.referenceId), ['Sapling', 'SaplingTree']);
  assert.equal((await conn.sobject('Orchard__c').retrieve(grown.results[0].id)).Apples_Total__c, 3);

  const refused = await conn.requestPost('/composite/tree/Orchard__c', { records: [orchard('Stump', -2)] }).then(assert.fail, (error) => error);
  assert.equal(refused.errorCode, 'ERROR_HTTP_400');
  const { hasErrors, results } = JSON.parse(refused.message);
  assert.equal(hasErrors, true);
  assert.equal(results[0].referenceId, 'StumpTree');
  assert.equal(results[0].errors[0].statusCode, 'FIELD_CUSTOM_VALIDATION_EXCEPTION');
  assert.equal(await conn.sobject('Orchard__c').count({ Name: 'Stump' }), 0);
});
