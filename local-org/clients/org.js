'use strict';

// The org under check and who logs in there. Everything can be set, so the same checks can be run against a real org
// that holds the project in local-org/src/test/resources/orchard and its seed data.
const url = process.env.ORG_URL || 'http://127.0.0.1:8090';

module.exports = {
  url,
  clientId: process.env.ORG_CLIENT_ID || 'tailback',
  clientSecret: process.env.ORG_CLIENT_SECRET || 'local-org',
  username: process.env.ORG_USERNAME || 'admin@tailback.local',
  password: process.env.ORG_PASSWORD || 'local-org',
  restricted: process.env.ORG_RESTRICTED_USERNAME || 'integration@tailback.local',
  jwtKey: process.env.ORG_JWT_KEY,
  version: process.env.ORG_API_VERSION || '66.0',
};
