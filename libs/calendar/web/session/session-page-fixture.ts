import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { RouterTestingHarness } from '@angular/router/testing';
import type { OwnEnrolment, SessionPage } from '@luotsi/calendar/model';
import type { Role } from '@luotsi/identity/model';
import { answer, answerNames, dayIn, idOf, pageProviders, session, signInAs } from '../fixtures';

// What the tests of a session's page share; nothing else imports it.

export const ID = idOf(1);
export const none: OwnEnrolment = { status: 'none', overlaps: [], history: [] };
export const confirmed: OwnEnrolment = { ...none, status: 'confirmed' };

/** A session's page as someone has it open: three weeks ahead, unless said otherwise. */
export class OpenPage {
  api!: HttpTestingController;
  private harness!: RouterTestingHarness;
  private days = 21;

  get element(): HTMLElement {
    return this.harness.routeNativeElement as HTMLElement;
  }

  /** @param days from today on which the session is */
  async open(
    given: Partial<SessionPage>,
    own?: OwnEnrolment,
    { role = 'counsellor', days = 21 }: { role?: Role; days?: number } = {},
  ): Promise<void> {
    this.days = days;
    TestBed.configureTestingModule({ providers: pageProviders() });
    this.api = TestBed.inject(HttpTestingController);
    await signInAs(this.api, own ? role : null);
    this.harness = await RouterTestingHarness.create(`/sessions/${ID}`);
    await this.settle();
    answerNames(this.api);
    this.answerSession(given);
    if (own) answer(this.api, `/api/sessions/${ID}/enrolment`, own);
    await this.settle();
  }

  /** Leaves the page and comes back to it. */
  async again(): Promise<void> {
    await this.harness.navigateByUrl(`/sessions/${ID}`);
    await this.settle();
  }

  async settle(): Promise<void> {
    this.harness.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
    this.harness.detectChanges();
  }

  /** Lets what is fetched when it is needed arrive. */
  async until(there: () => unknown): Promise<void> {
    for (let turn = 0; turn < 50 && !there(); turn++) await this.settle();
    await this.settle();
  }

  answerSession(given: Partial<SessionPage>): void {
    for (const request of this.api.match(`/api/sessions/${ID}`))
      if (!request.cancelled) request.flush(session(1, dayIn(this.days), given));
  }

  /** The page's one answer. */
  said(): string {
    return this.find('lu-page-header [role=status]')?.textContent.trim() ?? '';
  }

  find<Found extends Element = HTMLElement>(selector: string): Found | null {
    return this.element.querySelector<Found>(selector);
  }

  /** The first button of the panel, or the one with these words. */
  button(words = ''): HTMLButtonElement | undefined {
    const buttons = this.element.querySelectorAll<HTMLButtonElement>(
      'lu-enrolment-panel button, lu-interest-panel button',
    );
    return [...buttons].find(({ textContent }) => textContent.includes(words));
  }

  async press(words = ''): Promise<void> {
    this.button(words)?.click();
    await this.settle();
  }

  async type(selector: string, text: string): Promise<void> {
    const field = document.querySelector<HTMLInputElement>(selector);
    if (!field) throw new Error(`no ${selector}`);
    field.value = text;
    field.dispatchEvent(new Event('input'));
    await this.settle();
  }

  enrolment(method: string) {
    return this.api.match(
      (request) => request.method === method && /\/enrolment(\/|$)/.test(request.url),
    );
  }

  /** The one request of this method about the enrolment. */
  only(method: string) {
    const [request, ...others] = this.enrolment(method);
    expect(others).toEqual([]);
    if (!request) throw new Error(`no ${method}`);
    return request;
  }
}
