import { provideHttpClientTesting, HttpTestingController } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { CurrentPerson } from '@luotsi/identity/web';
import type { RoleInScope } from '@luotsi/identity/model';
import { Confirm, Language, provideApiClient, provideLanguage } from '@luotsi/platform/web';
import type { Plan, PlanItem } from '@luotsi/planning/model';
import { planningTexts } from './texts';

export const groupId = 'b0f3a9a6-4f57-5c39-8b77-8a0d0f3ad0c2';
const planId = '0199f3a0-0000-7000-8000-000000000001';

/** A text in Finnish only. */
export const fi = (text: string) => ({ fi: text, sv: '', en: '' });

/** A planned training for a test. */
export function trainingOf(number: number, more: Partial<PlanItem> = {}): PlanItem {
  const id = `0199f3a0-0000-7000-8000-0000000000${10 + number}`;
  return {
    id,
    lineage: id,
    version: 1,
    title: fi(`Koulutus ${number}`),
    targetGroup: fi(''),
    competences: ['CC'],
    form: 'onsite',
    month: 3,
    quarter: null,
    regions: ['19'],
    seats: 20,
    theme: 'dg2',
    organiser: groupId,
    sessions: [],
    ...more,
  };
}

/** A plan for a test. */
export function planOf(items: PlanItem[], more: Partial<Plan> = {}): Plan {
  return {
    id: planId,
    year: 2027,
    group: { id: groupId, name: fi('Kehittämisryhmä: Ohjausosaaminen') },
    theme: 'dg2',
    state: 'draft',
    revision: 1,
    itemCount: items.length,
    submittedAt: null,
    publishedAt: null,
    version: 1,
    goals: fi('Tavoite'),
    items,
    names: {
      competences: { CC: fi('Uraohjausosaaminen'), SSI: fi('Psykososiaalinen tuki') },
      regions: { '19': fi('Lappi'), '01': fi('Uusimaa') },
      themes: { dg2: fi('Ohjausosaaminen') },
      groups: { [groupId]: fi('Kehittämisryhmä: Ohjausosaaminen') },
    },
    history: [],
    ...more,
  };
}

/** Roles as the person who is signed in may hold them. */
export const roles = {
  member: { role: 'developmentGroupMember', scope: { type: 'group', id: groupId } },
  national: { role: 'nationalCoordinator', scope: { type: 'country', id: null } },
} as const satisfies Record<string, RoleInScope>;

/**
 * Prepares a page's test: Finnish, an API that the test answers for, who is signed in, and someone
 * who says yes to every question.
 */
export async function preparePage(held: RoleInScope[] | null): Promise<void> {
  TestBed.configureTestingModule({
    providers: [
      provideApiClient(),
      provideHttpClientTesting(),
      provideLanguage(),
      provideRouter([]),
      { provide: Confirm, useValue: { ask: () => Promise.resolve(true) } },
      {
        provide: CurrentPerson,
        useValue: {
          person: () => (held ? { id: planId, name: 'Aino', language: 'fi', roles: held } : null),
          may: (permission: string) =>
            (held ?? []).some(({ role }) =>
              permission === 'plan.publish'
                ? role === 'nationalCoordinator'
                : role !== 'counsellor',
            ),
        },
      },
    ],
  });
  await TestBed.inject(Language).choose('fi');
  await TestBed.inject(Language).load(planningTexts);
}

/** A page under test: what it shows, and the requests it makes. */
export class ShownPage<Page> {
  readonly element: HTMLElement;
  constructor(readonly fixture: ComponentFixture<Page>) {
    this.element = fixture.nativeElement as HTMLElement;
  }

  get text(): string {
    return (this.element.textContent ?? '').replace(/\s+/g, ' ');
  }

  /** Answers every request that waits, by how it begins: a body, or [status, body]; else an empty list. */
  async answer(bodies: Record<string, object | [number, object]>): Promise<void> {
    TestBed.tick();
    for (const request of TestBed.inject(HttpTestingController).match(() => true)) {
      const name = `${request.request.method} ${request.request.url}`;
      const found = Object.entries(bodies).find(([path]) => name.startsWith(path))?.[1];
      if (!found) request.flush({ items: [] });
      else if (Array.isArray(found))
        request.flush(found[1], { status: found[0] as number, statusText: 'given' });
      else request.flush(found);
    }
    await this.settle();
  }

  async settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
    this.fixture.detectChanges();
  }

  /** The body of the request that waits at an address, which stays waiting. */
  sent(name: string): unknown {
    const http = TestBed.inject(HttpTestingController);
    const found: unknown[] = [];
    http.match((request) => {
      if (`${request.method} ${request.url}` === name) found.push(request.body);
      return false;
    });
    return found[0];
  }

  button(name: string): HTMLButtonElement {
    const found = [...this.element.querySelectorAll('button')].find(
      (button) => button.textContent?.trim() === name || button.getAttribute('aria-label') === name,
    );
    if (!found) throw new Error(`There is no button “${name}” in: ${this.text}`);
    return found;
  }

  field(label: string): HTMLInputElement {
    const found = [...this.element.querySelectorAll('label')].find(
      (one) => one.textContent?.trim() === label,
    );
    const field = found && this.element.querySelector<HTMLInputElement>(`#${found.htmlFor}`);
    if (!field) throw new Error(`There is no field “${label}”.`);
    return field;
  }

  write(label: string, text: string): void {
    const field = this.field(label);
    field.value = text;
    field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input'));
  }
}

/** Shows a page with its inputs. */
export function showPage<Page>(page: Type<Page>, inputs: Record<string, unknown>) {
  const fixture = TestBed.createComponent(page);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  TestBed.tick();
  return new ShownPage(fixture);
}
