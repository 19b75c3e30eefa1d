import type { OwnEnrolment, SessionPage } from '@luotsi/calendar/model';
import { answerNames, dayIn } from '../fixtures';
import { confirmed, none, OpenPage } from './session-page-fixture';

describe('seats that are kept for regions, on a session’s page', () => {
  let at: OpenPage;
  beforeEach(() => (at = new OpenPage()));

  const kept = (region: string, seats: number, days = 10): Partial<SessionPage> => ({
    ...{ regionalSeats: [{ region, seats }], regionalSeatsUntil: `${dayIn(days)}T10:00:00Z` },
    ...{ capacity: 4, confirmedCount: 0 },
  });
  const waiting: OwnEnrolment = { ...none, status: 'waitlisted', position: 1 };
  const shares = async () => {
    await at.until(() => at.find('lu-regional-seats'));
    answerNames(at.api);
    await at.settle();
    return at.find('lu-regional-seats')?.textContent;
  };

  it('says which, for whom, and whether one is among them', async () => {
    await at.open(kept('19', 3), none);
    const words = await shares();
    expect(words).toContain('Lappi: 3 paikkaa');
    expect(words).toContain('Sinulle: alueesi on Lappi.');
  });

  it.each([
    ['there are some', 3, 'Sinun alueellesi ei ole varattu paikkoja. Muut paikat ovat kaikille.'],
    ['else they are all kept', 4, 'Sinun alueellesi ei ole varattu paikkoja.'],
  ])('says that the others are for everyone where %s', async (_, seats, words) => {
    await at.open(kept('01', seats), none);
    await shares();
    expect(at.find('lu-regional-seats dd:last-child')?.textContent.trim()).toBe(words);
  });

  it('says why one waits beside free seats, until when, and what comes of it then', async () => {
    // Enrolment may be over by then.
    await at.open({ ...kept('01', 4), waitlistCount: 1, enrolmentOpen: false }, waiting);
    const words = await shares();
    expect(words).toContain(': 4 paikkaa');
    expect(words).toContain('Paikat vapautuvat kaikille');
    expect(words).toContain('Vapaat paikat on varattu näille alueille, siksi odotat jonossa.');
  });

  it('gives no such reason where none is free', async () => {
    await at.open({ ...kept('01', 3), confirmedCount: 4, waitlistCount: 1 }, waiting);
    const words = await shares();
    expect(words).toContain('Paikat vapautuvat kaikille');
    expect(words).not.toContain('siksi odotat jonossa');
  });

  it('says it to whoever has applied, too', async () => {
    await at.open({ ...kept('01', 4), approval: true }, { ...none, status: 'applied' });
    const words = await shares();
    expect(words).toContain('Paikat vapautuvat kaikille');
    expect(words).not.toContain('siksi odotat jonossa');
  });

  it.each([
    ['one has a seat', kept('01', 3), confirmed],
    ['they are everyone’s', kept('01', 3, -1), waiting],
  ])('says nothing of them once %s', async (_, given, own) => {
    await at.open(given, own);
    expect(await shares()).toBe('');
  });
});
