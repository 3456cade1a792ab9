'use strict';

const { Client } = require('@hubspot/api-client');

// The account under check. Everything that is set here stands in docs/local-crms.md.
const url = process.env.CRM_URL || 'http://127.0.0.1:8091';
const token = process.env.CRM_TOKEN || 'pat-local-crms';

/** HubSpot's client as its page shows it; only the address is another. */
function client(options = {}) {
  return new Client({ accessToken: token, basePath: url, ...options });
}

/** Orders what no real HubSpot has: faults, limits, delays. */
async function order(method, path, body) {
  const answer = await fetch(`${url}/local-crms/${path}`, {
    method,
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  }
}

/** Waits until a question is answered with yes, for a minute at most. */
async function until(question) {
  for (let tries = 0; tries < 600; tries++) {
    if (await question()) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('It did not come true within a minute.');
}

/** A name that no earlier run has used. */
function fresh(prefix) {
  return `${prefix}_${Date.now().toString(36)}_${Math.floor(Math.random() * 1e6)}`;
}

module.exports = { client, order, until, fresh, url, token };
