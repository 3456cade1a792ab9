'use strict';

const { test } = require('node:test');
const assert = require('node:assert/strict');
const { client, fresh } = require('../crm');

const crm = client().crm;

test('a company is created, read, changed and archived', async () => {
  const made = await crm.companies.basicApi.create({ properties: { name: 'Acme', annualrevenue: '1.50' }, associations: [] });
  assert.match(made.id, /^\d+$/);
  assert.ok(made.createdAt instanceof Date);

  const changed = await crm.companies.basicApi.update(made.id, { properties: { name: 'Acme AG' } });
  assert.equal(changed.properties.name, 'Acme AG');

  const read = await crm.companies.basicApi.getById(made.id, ['name', 'annualrevenue'], ['name']);
  assert.equal(read.properties.annualrevenue, '1.5');
  assert.deepEqual(read.propertiesWithHistory.name.map((version) => version.value), ['Acme AG', 'Acme']);
  assert.equal(read.propertiesWithHistory.name[0].sourceType, 'INTEGRATION');
  assert.ok(read.propertiesWithHistory.name[0].timestamp instanceof Date);

  await crm.companies.basicApi.archive(made.id);
  await assert.rejects(crm.companies.basicApi.getById(made.id), (error) => error.code === 404);
  const gone = await crm.companies.basicApi.getById(made.id, undefined, undefined, undefined, true);
  assert.equal(gone.archived, true);
  assert.ok(gone.archivedAt instanceof Date);
});

test('a contact is read by e-mail, and a second one with it is a conflict', async () => {
  const email = `${fresh('ann')}@example.com`;
  const made = await crm.contacts.basicApi.create({ properties: { email: email.toUpperCase() }, associations: [] });

  const read = await crm.contacts.basicApi.getById(email, ['email'], undefined, undefined, false, 'email');
  assert.equal(read.id, made.id);
  assert.equal(read.properties.email, email);

  await assert.rejects(
    crm.contacts.basicApi.create({ properties: { email }, associations: [] }),
    (error) => error.code === 409 && error.body.message.includes(made.id),
  );
});

test('refused values are named', async () => {
  await assert.rejects(
    crm.companies.basicApi.create({ properties: { nothing: 'x', annualrevenue: 'much' }, associations: [] }),
    (error) => {
      assert.equal(error.code, 400);
      assert.equal(error.body.category, 'VALIDATION_ERROR');
      assert.match(error.body.message, /PROPERTY_DOESNT_EXIST/);
      assert.match(error.body.message, /INVALID_INTEGER/);
      return true;
    },
  );
});

test('a merge leaves one record with two names', async () => {
  const winner = await crm.contacts.basicApi.create({ properties: { firstname: 'Ann' }, associations: [] });
  const loser = await crm.contacts.basicApi.create({ properties: { phone: '1' }, associations: [] });

  const merged = await crm.contacts.basicApi.merge({ primaryObjectId: winner.id, objectIdToMerge: loser.id });
  assert.equal(merged.id, winner.id);

  const read = await crm.contacts.basicApi.getById(loser.id, ['firstname', 'phone', 'hs_merged_object_ids']);
  assert.equal(read.id, winner.id);
  assert.equal(read.properties.phone, '1');
  assert.equal(read.properties.hs_merged_object_ids, loser.id);
});

test('a person is forgotten', async () => {
  const made = await crm.contacts.basicApi.create({ properties: { firstname: 'Gone' }, associations: [] });
  await crm.contacts.basicApi.purge({ objectId: made.id });
  await assert.rejects(crm.contacts.basicApi.getById(made.id), (error) => error.code === 404);
});

test('links are made, read and ended in both versions', async () => {
  const company = await crm.companies.basicApi.create({ properties: { name: 'Linked' }, associations: [] });
  const contact = await crm.contacts.basicApi.create({
    properties: { firstname: 'Ann' },
    associations: [
      { to: { id: company.id }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 279 }] },
    ],
  });
  const asked = { inputs: [{ id: company.id }] };
  const third = await crm.associations.batchApi.read('companies', 'contacts', asked);
  assert.deepEqual(third.results[0].to.map((end) => end.id), [contact.id]);
  const fourth = await crm.associations.v4.batchApi.getPage('companies', 'contacts', asked);
  assert.equal(String(fourth.results[0].to[0].toObjectId), contact.id);

  await crm.associations.v4.batchApi.archive('contacts', 'companies', {
    inputs: [{ _from: { id: contact.id }, to: [{ id: company.id }] }],
  });
  const left = await crm.associations.v4.basicApi.getPage('contacts', contact.id, 'companies');
  assert.equal(left.results.length, 0);

  await crm.associations.v4.batchApi.createDefault('contacts', 'companies', {
    inputs: [{ _from: { id: contact.id }, to: { id: company.id } }],
  });
  const again = await crm.companies.basicApi.getById(company.id, undefined, undefined, ['contacts']);
  assert.deepEqual(again.associations.contacts.results.map((end) => end.id), [contact.id]);
});
