'use strict';

const jsforce = require('jsforce');
const org = require('./org');

/** A jsforce connection that nobody has logged in to. */
function connection(options = {}) {
  return new jsforce.Connection({
    oauth2: { loginUrl: org.url, clientId: org.clientId, clientSecret: org.clientSecret },
    instanceUrl: org.url,
    version: org.version,
    ...options,
  });
}

async function login(username = org.username, options = {}) {
  const conn = connection(options);
  await conn.login(username, org.password);
  return conn;
}

/**
 * Plants an orchard with the given code and returns what makes records of its trees; their codes start with the given
 * letters. An orchard of its own keeps a file's checks apart from the others, and under the hundred apples that the
 * project's policy allows.
 */
async function orchard(conn, code) {
  const region = await conn.sobject('Region__c').findOne({ Name: 'North' });
  await conn.upsert('Orchard__c', { Code__c: code, Name: code, Region__c: region.Id }, 'Code__c');
  return (letters, count, more = {}) => Array.from({ length: count }, (_, number) => ({
    Code__c: `${letters}${number}`,
    Orchard__r: { Code__c: code },
    ...more,
  }));
}

module.exports = { connection, login, orchard };
