import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Language } from '@luotsi/platform/web';
import { pageProviders, signInAs } from '../fixtures';
import { NewSeriesPage } from './new-series.page';
import { seriesTexts } from './texts';

const date = (day: string, trouble: string | null = null) => ({
  ...{ date: day, skipped: false, trouble },
  meetings: [{ start: `${day}T03:30`, end: `${day}T09:00` }],
});

describe('the page of a new series', () => {
  let api: HttpTestingController;
  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: pageProviders() });
    api = TestBed.inject(HttpTestingController);
    await signInAs(api, 'nationalCoordinator');
    await TestBed.inject(Language).load(seriesTexts);
  });

  async function open() {
    const fixture = TestBed.createComponent(NewSeriesPage);
    const element = fixture.nativeElement as HTMLElement;
    const settle = async () => {
      await new Promise((resolve) => setTimeout(resolve));
      TestBed.tick();
      fixture.detectChanges();
    };
    await settle();
    const write = async (label: string, text: string, event = 'change') => {
      const found = [...element.querySelectorAll('label')].find(
        (one) => one.textContent?.trim() === label,
      );
      const control = element.querySelector<HTMLInputElement>(`#${found?.htmlFor ?? 'none'}`);
      if (!control) throw new Error(`There is no field “${label}”.`);
      control.value = text;
      control.dispatchEvent(new Event(event));
      await settle();
    };
    const preview = async (dates: object[]) => {
      const requests = api.match('/api/series/preview');
      for (const request of requests) request.flush({ recurrence: 'FREQ=WEEKLY', dates });
      await settle();
      return requests.at(-1)?.request.body as unknown;
    };
    const submit = async () => {
      element.querySelector('form')?.dispatchEvent(new Event('submit'));
      await settle();
    };
    return { element, write, preview, submit, text: () => element.textContent ?? '' };
  }

  it('says the rule as a sentence and shows every date before anything is created', async () => {
    const page = await open();
    await page.submit();
    expect(page.text()).toContain('Täytä tämä.');
    await page.write('Nimi suomeksi', 'Oppimiskahvila', 'input');
    await page.write('Päivä', '2027-02-09');
    expect(page.text()).toContain('Joka kuukauden toisena tiistaina, 10 kertaa');
    expect(await page.preview([date('2027-02-09'), date('2027-03-09')])).toMatchObject({
      rule: { frequency: 'monthly', day: 'weekday', times: 10 },
      meetings: [{ start: '2027-02-09T09:00', end: '2027-02-09T11:00' }],
    });
    expect(page.text()).toContain('Luo 2 luonnosta');
    await page.submit();
    expect(api.expectOne('/api/series').request.body).toMatchObject({
      session: { title: { fi: 'Oppimiskahvila' }, capacity: 20 },
      publish: false,
    });
  });

  it('asks which hour is meant where the clocks change, before it creates anything', async () => {
    const page = await open();
    await page.write('Nimi suomeksi', 'Yö', 'input');
    await page.write('Päivä', '2027-10-24');
    await page.preview([date('2027-10-24'), date('2027-10-31', 'meeting-time-twice')]);
    await page.submit();
    api.expectNone('/api/series');
    expect(page.text()).toContain('Yksi päivä odottaa vastausta');
    expect(page.text()).toContain('aika 9.00 on tänä päivänä kahdesti');
    const [, second] = page.element.querySelectorAll<HTMLInputElement>('.clocks input');
    second?.dispatchEvent(new Event('change'));
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
    expect(await page.preview([date('2027-10-24'), date('2027-10-31')])).toMatchObject({
      answers: [{ date: '2027-10-31', take: 'later' }],
    });
    await page.submit();
    expect(api.expectOne('/api/series').request.body).toMatchObject({
      answers: [{ date: '2027-10-31', take: 'later' }],
    });
  });
});
