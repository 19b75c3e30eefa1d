import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { JobProgress } from '@luotsi/platform/model';
import { Language, provideApiClient, provideLanguage } from '@luotsi/platform/web';
import { JobView } from './job-view';
import { jobTexts } from './texts';

@Component({
  imports: [JobView],
  template: `<lu-job [id]="id()" (finished)="ended.push($event.state)"
    ><a href="/x">Lataa</a>
    <p failed>Ylläpito on saanut tiedon.</p></lu-job
  >`,
})
class Page {
  readonly id = signal('one');
  readonly ended: string[] = [];
}

describe('work in the background', () => {
  let http: HttpTestingController;
  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        provideLanguage(),
        provideApiClient(),
        provideHttpClientTesting(),
        provideRouter([]),
      ],
    });
    await TestBed.inject(Language).choose('fi');
    await TestBed.inject(Language).load(jobTexts);
    http = TestBed.inject(HttpTestingController);
  });

  const show = async () => {
    const fixture = TestBed.createComponent(Page);
    fixture.autoDetectChanges();
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    const settle = async () => {
      await new Promise((resolve) => setTimeout(resolve));
      await fixture.whenStable();
    };
    return { fixture, element, settle, page: fixture.componentInstance };
  };
  type Shown = Awaited<ReturnType<typeof show>>;
  const answer = async (shown: Shown, progress: JobProgress, id = 'one') => {
    http.expectOne({ method: 'GET', url: `/api/jobs/${id}` }).flush(progress);
    await shown.settle();
  };
  /** The next question, which is asked in less than a second. */
  const asked = async () => {
    for (let turns = 0; turns < 150; turns += 1) {
      const [request] = http.match({ method: 'GET', url: '/api/jobs/one' });
      if (request) return request;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('nothing was asked');
  };
  const told = ({ element }: Shown) => element.querySelector('[role=status]')?.textContent?.trim();

  it('shows and tells how far it is until it is done, and then what it gave', async () => {
    const shown = await show();
    await answer(shown, { state: 'waiting', done: 0, total: 0 });
    expect(told(shown)).toBe('Odottaa vuoroaan');
    (await asked()).flush({ state: 'running', done: 3, total: 10 });
    await shown.settle();
    const bar = shown.element.querySelector('[role=progressbar]');
    expect(bar?.getAttribute('aria-valuenow')).toBe('3');
    expect(bar?.getAttribute('aria-label')).toBe('Tehty 3/10');
    expect(shown.element.querySelector('a')).toBeNull();
    (await asked()).flush({ state: 'running', done: 4, total: 10 });
    await shown.settle();
    expect(shown.element.textContent).toContain('Tehty 4/10');
    expect(told(shown)).toBe('Tehty 3/10');
    (await asked()).flush({ state: 'done', done: 10, total: 10, result: {} });
    await shown.settle();
    expect(told(shown)).toBe('Valmis');
    expect(shown.element.querySelector('a')?.textContent).toBe('Lataa');
    expect(shown.element.querySelector('[role=progressbar]')).toBeNull();
    expect(shown.page.ended).toEqual(['done']);
    await new Promise((resolve) => setTimeout(resolve, 900));
    http.verify();
  });

  it('can be stopped, and says what had been done', async () => {
    const shown = await show();
    await answer(shown, { state: 'running', done: 3, total: 10 });
    shown.element.querySelector('button')?.click();
    await shown.settle();
    http
      .expectOne({ method: 'DELETE', url: '/api/jobs/one' })
      .flush(null, { status: 204, statusText: 'No Content' });
    await shown.settle();
    await answer(shown, { state: 'cancelled', done: 3, total: 10 });
    expect(shown.element.textContent).toContain('Ennen keskeytystä tehtiin 3/10.');
    expect(shown.element.querySelector('button')).toBeNull();
    expect(shown.page.ended).toEqual(['cancelled']);
  });

  it('outlives a lost connection', async () => {
    const shown = await show();
    await answer(shown, { state: 'running', done: 1, total: 2 });
    (await asked()).error(new ProgressEvent('error'));
    await shown.settle();
    expect(shown.element.textContent).toContain('Yhteys on poikki. Työ jatkuu palvelussa');
    expect(shown.element.textContent).toContain('Tehty 1/2');
    window.dispatchEvent(new Event('online'));
    await answer(shown, { state: 'failed', done: 1, total: 2 });
    expect(shown.element.textContent).toContain('Ei onnistunut');
    expect(shown.element.textContent).toContain('Ylläpito on saanut tiedon.');
    expect(shown.element.textContent).not.toContain('Lataa');
  });

  it('tells when there is no such work', async () => {
    const shown = await show();
    http
      .expectOne('/api/jobs/one')
      .flush(
        { type: 'urn:luotsi:problem:not-found', title: 'Sivua ei löydy', status: 404 },
        { status: 404, statusText: 'Not Found' },
      );
    await shown.settle();
    expect(shown.element.querySelector('[role=alert]')?.textContent).toContain('Sivua ei löydy');
  });
});
