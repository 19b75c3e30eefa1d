import { HttpTestingController, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { RouterTestingHarness } from '@angular/router/testing';
import type { AttendanceList, MeetingAttendance } from '@luotsi/calendar/model';
import { Notices } from '@luotsi/platform/web';
import { signInAs } from '../fixtures';
import { attendanceProviders, listOf, meetingId, organised, SESSION } from './fixtures';

export const LIST = `/api/sessions/${SESSION}/attendance`;
export const MARKS = `/api/sessions/${SESSION}/meetings/${meetingId(0)}/attendance`;
export const names = ['Aino Mäki', 'Börje Å', 'Mari Virtanen'];

interface Sent {
  readonly marks: readonly {
    person: string;
    present: boolean | null;
    reason?: string;
    press?: string;
    ago: number;
  }[];
}

/** The attendance list as tests see and touch it. */
export function attendanceListPage() {
  let api: HttpTestingController;
  let harness: RouterTestingHarness;
  let page: HTMLElement;

  async function settle() {
    harness.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
    harness.detectChanges();
  }

  async function open(list: AttendanceList = listOf(names), ago = 10) {
    TestBed.configureTestingModule({ providers: attendanceProviders() });
    api = TestBed.inject(HttpTestingController);
    await signInAs(api, 'nationalCoordinator');
    harness = await RouterTestingHarness.create(`/organise/sessions/${SESSION}/attendance`);
    page = harness.routeNativeElement as HTMLElement;
    await settle();
    api.expectOne(`/api/organised-sessions/${SESSION}`).flush(organised(ago));
    await settle();
    api.expectOne(LIST).flush(list);
    await settle();
  }

  const count = () => page.querySelector('.count')?.textContent.replace(/\s+/g, ' ').trim();
  const rows = () => [...page.querySelectorAll<HTMLElement>('.person')];
  const row = (name: string) => rows().find((one) => one.textContent.includes(name));
  const tap = async (name: string) => {
    row(name)?.click();
    await settle();
  };
  const button = (word: string) =>
    [...page.querySelectorAll('button')].find((one) => one.textContent.includes(word));
  const sent = () => api.match((request) => request.method === 'PUT' && request.url === MARKS);
  const bodyOf = (request: TestRequest | undefined) => request?.request.body as Sent;
  const undo = async () => {
    TestBed.inject(Notices).current()?.undo?.();
    await settle();
  };
  const answer = async (request: TestRequest | undefined, attendance: MeetingAttendance) => {
    request?.flush({ attendance, refused: [] });
    await settle();
  };

  return {
    open,
    settle,
    count,
    rows,
    row,
    tap,
    button,
    sent,
    bodyOf,
    undo,
    answer,
    get api() {
      return api;
    },
    get harness() {
      return harness;
    },
    get page() {
      return page;
    },
  };
}
