'use strict';

const { before, test } = require('node:test');
const assert = require('node:assert/strict');
const { client, fresh, order, until } = require('../crm');

const crm = client().crm;
const city = fresh('city');
const count = 10_050;

const here = { propertyName: 'city', operator: 'EQ', value: city };
const search = (more, filters = []) =>
  crm.companies.searchApi.doSearch({
    filterGroups: [{ filters: [here, ...filters] }],
    sorts: ['hs_object_id'],
    properties: ['name'],
    limit: 200,
    ...more,
  });

before(async () => {
  await order('PUT', 'allowances', { searchSecondly: 1000, tenSecondly: 100000 });
  for (let from = 0; from < count; from += 100) {
    const inputs = Array.from({ length: Math.min(100, count - from) }, (_, n) => ({
      properties: { name: `Company ${from + n}`, city },
      associations: [],
    }));
    await crm.companies.batchApi.create({ inputs });
  }
  await until(async () => (await search({ limit: 1 })).total === count);
});

test('a query is paged to its ten thousandth result and not beyond', async () => {
  let after;
  let seen = 0;
  do {
    const page = await search({ after });
    seen += page.results.length;
    after = page.paging?.next?.after;
  } while (after !== undefined && Number(after) < 10_000);
  assert.equal(seen, 10_000);
  await assert.rejects(search({ after: '10000' }), (error) => error.code === 400);
});

test('all are read by their ids, whatever the limit', async () => {
  const ids = new Set();
  let last = '0';
  for (;;) {
    const page = await search({}, [{ propertyName: 'hs_object_id', operator: 'GT', value: last }]);
    page.results.forEach((company) => ids.add(company.id));
    if (page.results.length < 200) {
      break;
    }
    last = page.results[page.results.length - 1].id;
  }
  assert.equal(ids.size, count);
});

test('a change is found after a while, and an archived record never', async () => {
  const found = await search({ limit: 1 });
  const id = found.results[0].id;
  await crm.companies.basicApi.update(id, { properties: { name: 'Renamed' } });
  const byName = () => search({}, [{ propertyName: 'name', operator: 'EQ', value: 'Renamed' }]);
  await until(async () => (await byName()).total === 1);
  await crm.companies.basicApi.archive(id);
  assert.equal((await byName()).total, 0);
});
