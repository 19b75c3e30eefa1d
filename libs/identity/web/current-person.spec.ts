import { Location } from '@angular/common';
import { provideHttpClientTesting, HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { Component } from '@angular/core';
import { RouterTestingHarness } from '@angular/router/testing';
import { samplePerson, type Me } from '@luotsi/identity/model';
import { Connection, Language, provideApiClient, provideLanguage } from '@luotsi/platform/web';
import { CurrentPerson } from './current-person';
import { needsPermission, needsSignIn } from './guards';

const aino: Me = {
  ...samplePerson,
  roles: [{ role: 'counsellor', scope: { type: 'region', id: '19' } }],
};

@Component({ template: 'a page' })
class SomePage {}

function setUp() {
  document.cookie = 'luotsi_language=fi; Path=/';
  TestBed.configureTestingModule({
    providers: [
      provideLanguage(),
      provideApiClient(),
      provideHttpClientTesting(),
      provideRouter([
        { path: 'sign-in', component: SomePage },
        { path: 'not-allowed', component: SomePage },
        { path: 'account/security', component: SomePage },
        { path: 'my', component: SomePage, canActivate: [needsSignIn] },
        { path: 'plan', component: SomePage, canActivate: [needsPermission('plan.write')] },
      ]),
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  const current = TestBed.inject(CurrentPerson);
  const load = async (person: Me | null) => {
    const loaded = current.load();
    http.expectOne('/api/auth/session').flush({ person });
    await loaded;
  };
  return { http, current, load };
}

describe('who uses the page', () => {
  afterEach(() => {
    document.cookie = 'luotsi_language=; Path=/; Max-Age=0';
  });

  it('is unknown, then a visitor or a person with what they may do', async () => {
    const { current, load } = setUp();
    expect(current.person()).toBeUndefined();
    await load(null);
    expect(current.person()).toBeNull();
    expect(current.may('public.read')).toBe(true);
    expect(current.may('enrolment.own')).toBe(false);

    await load(aino);
    expect(current.signedIn()).toBe(true);
    expect(current.may('enrolment.own')).toBe(true);
    expect(current.may('plan.write')).toBe(false);
    expect(current.holds('counsellor', { region: '19' })).toBe(true);
    expect(current.holds('counsellor', { region: '01' })).toBe(false);
  });

  it('stays known when the connection is lost', async () => {
    const { current, http, load } = setUp();
    await load(aino);
    const again = current.load();
    http.expectOne('/api/auth/session').error(new ProgressEvent('error'));
    await again;
    expect(current.person()).toEqual(aino);
  });

  it('keeps their name on the page when a sign-in ends in the middle of work', async () => {
    const { current, load } = setUp();
    await load(aino);
    TestBed.inject(Connection).note(401);
    await load(null);
    expect(current.person()).toEqual(aino);
  });

  it('gets the language of the account in a browser where none was chosen', async () => {
    const { load } = setUp();
    document.cookie = 'luotsi_language=; Path=/; Max-Age=0';
    await load({ ...aino, language: 'sv' });
    expect(TestBed.inject(Language).current()).toBe('sv');
  });

  it('keeps the language that they choose with the account', async () => {
    const { current, http, load } = setUp();
    await load(aino);
    const spoken = current.speak('en');
    await new Promise((resolve) => setTimeout(resolve));
    const request = http.expectOne('/api/me');
    expect(request.request).toMatchObject({ method: 'PATCH', body: { language: 'en' } });
    request.flush({ ...aino, language: 'en' });
    await spoken;
    expect(TestBed.inject(Language).current()).toBe('en');
  });

  it('goes on in this tab after signing in again in another', async () => {
    const { http, load } = setUp();
    await load(aino);
    const connection = TestBed.inject(Connection);
    connection.note(401);
    window.dispatchEvent(new Event('focus'));
    http.expectOne('/api/auth/session').flush({ person: aino });
    await new Promise((resolve) => setTimeout(resolve));
    expect(connection.signInNeeded()).toBe(false);
  });

  it('as a visitor is sent to sign in and back again', async () => {
    const { load } = setUp();
    await load(null);
    const harness = await RouterTestingHarness.create();
    await harness.navigateByUrl('/my?past=true');
    expect(TestBed.inject(Router).url).toBe('/sign-in?returnTo=%2Fmy%3Fpast%3Dtrue');
    await harness.navigateByUrl('/plan');
    expect(TestBed.inject(Router).url).toBe('/sign-in?returnTo=%2Fplan');
  });

  it('with a role that waits for a second step is sent to take it, and back again', async () => {
    const { current, load } = setUp();
    const scope = { type: 'country', id: null } as const;
    await load({
      ...aino,
      dormantRoles: [{ role: 'developmentGroupMember', scope }],
      secondStep: 'needed',
    });
    expect(current.may('plan.write')).toBe(false);
    expect(current.needsSecondStepFor('plan.write')).toBe(true);
    expect(current.needsSecondStepFor('plan.publish')).toBe(false);
    const harness = await RouterTestingHarness.create();
    await harness.navigateByUrl('/plan?year=2027');
    expect(TestBed.inject(Router).url).toBe(
      '/account/security?reason=second-step&returnTo=%2Fplan%3Fyear%3D2027',
    );
  });

  it('without the role reads why, and the address stays', async () => {
    const { load } = setUp();
    await load(aino);
    const harness = await RouterTestingHarness.create();
    await harness.navigateByUrl('/my');
    expect(TestBed.inject(Router).url).toBe('/my');
    await harness.navigateByUrl('/plan');
    expect(TestBed.inject(Router).url).toBe('/not-allowed');
    expect(TestBed.inject(Location).path()).toBe('/my');
  });
});
