import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { OrganisedSession } from '@luotsi/calendar/model';
import { provideApiClient, provideLanguage } from '@luotsi/platform/web';
import { answer, answerNames, idOf, signInAs } from '../fixtures';
import { organiseRoutes } from '../organise-routes';
import { organised } from './fixtures';

// The form as a test opens it; nothing else imports it.

export const ID = organised().id;

const lapland = {
  ...{ id: idOf(7), kind: 'elo', name: { fi: 'Lapin ELO', sv: '', en: '' } },
  ...{ region: null, theme: null },
};

/** The form of a session, opened in the browser of a test by someone who may organise. */
export class OpenEditor {
  readonly api: HttpTestingController;
  /** The organisations that there are. */
  organisations: object[] = [];
  private harness!: RouterTestingHarness;
  page!: HTMLElement;

  constructor() {
    TestBed.configureTestingModule({
      providers: [
        provideLanguage(),
        provideApiClient(),
        provideHttpClientTesting(),
        provideRouter(
          [...organiseRoutes, { path: 'not-allowed', children: [] }],
          withComponentInputBinding(),
        ),
      ],
    });
    this.api = TestBed.inject(HttpTestingController);
  }

  /** Opens a new session, or one that stands. */
  async open(session?: OrganisedSession): Promise<void> {
    await signInAs(this.api, 'nationalCoordinator');
    const place = session ? `/organise/sessions/${session.id}` : '/organise/sessions/new';
    this.harness = await RouterTestingHarness.create(place);
    this.page = this.harness.routeNativeElement as HTMLElement;
    await this.settle();
    if (session) this.answerSession(session);
    await this.settle();
  }

  answerSession(session: OrganisedSession): void {
    answer(this.api, `/api/organised-sessions/${session.id}`, session);
  }

  async settle(): Promise<void> {
    for (let turn = 0; turn < 3; turn++) {
      this.harness.detectChanges();
      await new Promise((resolve) => setTimeout(resolve));
      answerNames(this.api);
      answer(this.api, '/api/coaches', {
        items: [{ id: idOf(50), name: 'Vieno Valmentaja', organisation: null }],
      });
      answer(this.api, '/api/groups', { items: [lapland] });
      answer(this.api, '/api/organisations', { items: this.organisations });
    }
    this.harness.detectChanges();
  }

  where(): string {
    return TestBed.inject(Router).url;
  }

  go(address: string): Promise<boolean> {
    return TestBed.inject(Router).navigateByUrl(address);
  }

  /** The field with this label. */
  field(label: string, at = 0): HTMLInputElement {
    const labels = [...this.page.querySelectorAll('label')].filter((one) =>
      one.textContent.trim().startsWith(label),
    );
    const id = labels[at]?.htmlFor ?? '';
    const found = this.page.querySelector<HTMLInputElement>(`[id="${id}"]`);
    if (!found) throw new Error(`No field ${label}`);
    return found;
  }

  async write(label: string, value: string, at = 0): Promise<void> {
    const field = this.field(label, at);
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    field.dispatchEvent(new Event('blur'));
    await this.settle();
  }

  /** The button that begins with this word. */
  button(word: string): HTMLElement {
    const all = [...this.page.querySelectorAll<HTMLElement>('button')];
    const button = all.find((one) => one.textContent.trim().startsWith(word));
    if (!button) throw new Error(`No button ${word}`);
    return button;
  }

  async press(word: string): Promise<void> {
    this.button(word).click();
    await this.settle();
  }

  async tick(label: string): Promise<void> {
    this.field(label).click();
    await this.settle();
  }

  /** What is said of what is wrong. */
  faults(): string[] {
    return [...this.page.querySelectorAll('.fault')].map((one) => one.textContent.trim());
  }

  text(selector: string): string {
    return (this.page.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
  }

  sent(method: string) {
    return this.api.match((request) => request.method === method);
  }

  only(method: string) {
    const [request, ...more] = this.sent(method);
    if (!request || more.length > 0) throw new Error(`Not one ${method}`);
    return request;
  }
}
