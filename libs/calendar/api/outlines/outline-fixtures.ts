import type { OutlineDraft } from '@luotsi/calendar/model';
import type { Actor } from '@testing';

/** An id that says which line of a test's outline it is. */
export const lineId = (at: number) => `0199f3a0-0000-7000-8000-${String(at).padStart(12, '0')}`;

/** A text in Finnish only. */
export const fi = (text: string) => ({ fi: text, sv: '', en: '' });

/** An outline of two days that can be published as it is. */
export function anOutline(more: Partial<OutlineDraft> = {}): OutlineDraft {
  return {
    title: { fi: 'Ohjaajan arki verkossa', sv: 'Handledarens vardag på nätet', en: '' },
    summary: fi('Miten ohjataan, kun tavataan verkossa.'),
    description: fi('Kaksi päivää yhdessä.'),
    targetGroup: fi('Ohjaajat'),
    theme: 'dg3',
    competences: ['CC', 'CIA'],
    seats: 24,
    outcomes: [{ id: lineId(1), text: fi('Osaat ohjata verkossa') }],
    slots: [
      { id: lineId(11), day: 1, start: '09:00', end: '10:30', title: fi('Aloitus') },
      { id: lineId(12), day: 1, start: '10:45', end: '16:00', title: fi('Työpaja') },
      { id: lineId(13), day: 2, start: '09:00', end: '12:00', title: fi('Purku') },
    ],
    materials: [{ id: lineId(21), title: fi('Opas'), url: 'https://opas.example/verkko' }],
    ...more,
  };
}

/** Writes an outline and publishes it. Returns its id. */
export async function publishedOutline(
  by: Actor,
  more: Partial<OutlineDraft> = {},
): Promise<string> {
  const { body } = await by.post<{ id: string }>('/api/outlines', anOutline(more));
  await by.post(`/api/outlines/${body.id}/publication`, { version: 1 });
  return body.id;
}

/** Publishes the next version of an outline with something else in it. */
export async function nextVersionOf(
  by: Actor,
  id: string,
  more: Partial<OutlineDraft>,
): Promise<void> {
  const { body } = await by.get<{ draft: { version: number; content: OutlineDraft } }>(
    `/api/outlines/${id}`,
  );
  const { version, content } = body.draft;
  await by.put(`/api/outlines/${id}/draft`, { version, content: { ...content, ...more } });
  await by.post(`/api/outlines/${id}/publication`, {
    version: version + 1,
    note: fi('Uutta tässä'),
  });
}
