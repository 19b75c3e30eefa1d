import { readConfiguration } from './configuration';

const read = (environment: NodeJS.ProcessEnv) =>
  readConfiguration({ DATABASE_URL: 'postgres://luotsi@localhost/luotsi', ...environment });
const state = { id: 'state', name: 'State', issuer: 'https://login.example.fi', clientId: 'c' };
const oidc = (...providers: object[]) => read({ LUOTSI_OIDC: JSON.stringify(providers) });

describe('the configuration of other services to sign in with', () => {
  it('is none unless given, and has what is usual unless said otherwise', () => {
    expect(read({}).LUOTSI_OIDC).toEqual([]);
    expect(oidc(state).LUOTSI_OIDC).toEqual([
      {
        ...state,
        name: { fi: 'State', sv: 'State', en: 'State' },
        scopes: ['openid', 'profile', 'email'],
        secondStep: false,
        secondStepAcr: [],
      },
    ]);
  });

  it.each([
    ['an id that can not stand in an address', { id: 'Valtio!' }, 'LUOTSI_OIDC.0.id'],
    ['a name in one language of three', { name: { fi: 'Valtio' } }, 'LUOTSI_OIDC.0.name'],
    ['an issuer that anybody may read along', { issuer: 'http://a.fi' }, 'LUOTSI_OIDC.0.issuer'],
    ['an issuer with a query', { issuer: 'https://a.fi?b' }, 'LUOTSI_OIDC.0.issuer'],
    ['scopes without openid', { scopes: ['email'] }, 'LUOTSI_OIDC.0.scopes'],
    ['a name that is not known', { secret: 'x' }, 'LUOTSI_OIDC.0: Unrecognized key: "secret"'],
  ])('refuses %s, and names it', (_, wrong, words) => {
    expect(() => oidc({ ...state, ...wrong })).toThrow(words);
  });

  it('takes plain http on this machine, for trying out', () => {
    expect(oidc({ ...state, issuer: 'http://127.0.0.1:4000' }).LUOTSI_OIDC).toHaveLength(1);
  });

  it('refuses an id or an issuer that stands there twice', () => {
    expect(() => oidc(state, state)).toThrow(/1\.id: .*twice\n.*1\.issuer: .*twice/);
  });

  it('does not repeat a secret when it is no JSON', () => {
    const broken = '[{"clientSecret": "hush"';
    expect(() =>
      readConfiguration({ DATABASE_URL: 'postgres://localhost/x', LUOTSI_OIDC: broken }),
    ).toThrow(/^(?![\s\S]*hush)[\s\S]*LUOTSI_OIDC: not JSON/);
  });
});

describe('who answers for an installation', () => {
  it('is nobody unless given, and needs a name and an address', () => {
    expect(read({}).LUOTSI_OPERATOR).toBeUndefined();
    const given = { name: 'Opetushallitus', email: 'luotsi@example.fi' };
    expect(read({ LUOTSI_OPERATOR: JSON.stringify(given) }).LUOTSI_OPERATOR).toMatchObject({
      name: { sv: 'Opetushallitus' },
      email: 'luotsi@example.fi',
      address: null,
    });
    expect(() => read({ LUOTSI_OPERATOR: '{"name": "x"}' })).toThrow('LUOTSI_OPERATOR.email');
  });
});
