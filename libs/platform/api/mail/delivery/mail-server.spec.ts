import { securityOf } from './mail-server';

describe('the connection to a mail server', () => {
  it.each([
    ['smtp://mail.example.fi', { requireTLS: true }],
    ['smtp://mail.example.fi:587?maxConnections=2', { requireTLS: true }],
    ['smtp://localhost.example.fi', { requireTLS: true }],
    ['smtp://relay.internal?requireTLS=false', { requireTLS: false }],
    ['smtp://127.0.0.1:25', { tls: { rejectUnauthorized: false } }],
  ])('of %s is encrypted, unless it is this machine or one says otherwise', (url, security) => {
    expect(securityOf(url)).toEqual(security);
  });
});
