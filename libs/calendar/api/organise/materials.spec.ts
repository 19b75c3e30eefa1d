import type { Material, OrganisedSession } from '@luotsi/calendar/model';
import { LARGEST_FILE, MOST_MATERIALS } from '@luotsi/calendar/model';
import { testApp, type Actor, type TestApp } from '@testing';
import { aSession, published } from '../session-fixtures';

const problem = (name: string) => ({ body: { type: `urn:luotsi:problem:${name}` } });
const pdf = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< >>\nendobj\n', 'latin1');
const text = (fi: string) => ({ fi, sv: '', en: '' });

describe('the materials of a session', () => {
  let luotsi: TestApp;
  let national: Actor;
  let id: string;
  beforeAll(async () => {
    luotsi = await testApp();
    national = await luotsi.as('nationalCoordinator');
    id = await published(national);
  });
  afterAll(() => luotsi.close());

  const upload = (name: string, content: Uint8Array, by = national) =>
    by.post<Material>(
      `/api/sessions/${id}/materials/files?name=${encodeURIComponent(name)}`,
      content,
    );
  const materials = async () =>
    (await national.get<OrganisedSession>(`/api/organised-sessions/${id}`)).body.materials;

  it('are links and files, in the order they were added; who has a seat is given them', async () => {
    const link = await national.post(`/api/sessions/${id}/materials`, {
      title: text('Ennakkotehtävä'),
      url: 'https://aineisto.example/1',
    });
    expect(link.status).toBe(201);
    const file = await upload('Kalvot ä.pdf', pdf);
    expect(file).toMatchObject({
      status: 201,
      body: {
        title: { fi: 'Kalvot ä' },
        url: null,
        file: { name: 'Kalvot ä.pdf', mediaType: 'application/pdf', size: pdf.length },
      },
    });
    expect((await materials()).map(({ title }) => title.fi)).toEqual([
      'Ennakkotehtävä',
      'Kalvot ä',
    ]);
    const renamed = await national.patch(`/api/sessions/${id}/materials/${file.body.id}`, {
      title: { fi: 'Kalvot', sv: 'Bilder', en: 'Slides' },
    });
    expect(renamed).toMatchObject({
      status: 200,
      body: { ...file.body, title: { fi: 'Kalvot', sv: 'Bilder', en: 'Slides' } },
    });
    expect((await materials()).map(({ title }) => title.sv)).toEqual(['', 'Bilder']);
    expect(
      await national.patch(`/api/sessions/${id}/materials/${file.body.id}`, {
        title: { fi: ' ', sv: '', en: '' },
      }),
    ).toMatchObject({ status: 422, body: { errors: [{ pointer: '/title' }] } });
    const elsewhere = await published(national);
    expect(
      await national.patch(`/api/sessions/${elsewhere}/materials/${file.body.id}`, {
        title: text('Toisen'),
      }),
    ).toMatchObject({ status: 404 });
    const person = await luotsi.as('counsellor');
    const address = `/api/sessions/${id}/materials/${file.body.id}`;
    expect(await person.get(address)).toMatchObject({ status: 409, ...problem('not-enrolled') });
    await person.post(`/api/sessions/${id}/enrolment`);
    const given = await person.get(address);
    expect(given.text.startsWith('%PDF-1.7')).toBe(true);
    expect(given.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
    });
    const own = await national.get(`/api/organised-sessions/${id}/materials/${file.body.id}`);
    expect(own.status).toBe(200);
    expect(own.headers['content-disposition']).toBe(
      "attachment; filename*=UTF-8''Kalvot%20%C3%A4.pdf",
    );
    expect(
      (await person.get(`/api/organised-sessions/${id}/materials/${file.body.id}`)).status,
    ).toBe(403);
  });

  it('are what their names promise, and nothing that runs', async () => {
    const before = (await materials()).length;
    const page = Buffer.from('<!doctype html><script>alert(1)</script>');
    for (const [name, content] of [
      ['kalvot.pdf', page],
      ['kalvot.html', page],
      ['kalvot.png', pdf],
      ['kalvot', pdf],
      ['ohjelma.exe', Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1')],
    ] as const)
      expect([name, await upload(name, content)]).toMatchObject([
        name,
        { status: 422, ...problem('file-kind-unknown') },
      ]);
    expect(
      await national.post(`/api/sessions/${id}/materials`, {
        title: text('Linkki'),
        url: 'javascript:alert(1)',
      }),
    ).toMatchObject({ status: 422 });
    expect(await materials()).toHaveLength(before);
  });

  it('are not too large, and sent as files alone', async () => {
    const large = Buffer.concat([pdf, Buffer.alloc(LARGEST_FILE)]);
    expect(await upload('suuri.pdf', large)).toMatchObject({
      status: 413,
      ...problem('too-large'),
    });
    expect(await national.post(`/api/sessions/${id}/materials`, pdf)).toMatchObject({
      status: 400,
      ...problem('malformed-request'),
    });
    expect(
      await national.post(`/api/sessions/${id}/materials/files?name=a.pdf`, { content: 'x' }),
    ).toMatchObject({ status: 400 });
  });

  it('go when they are taken away, and come along to a copy', async () => {
    const { body } = await national.post<{ id: string }>(`/api/sessions/${id}/copy`);
    const all = await materials();
    const address = (material: Material) => `/api/sessions/${id}/materials/${material.id}`;
    for (const material of all) expect((await national.delete(address(material))).status).toBe(204);
    expect(await materials()).toEqual([]);
    const copy = await national.get<OrganisedSession>(`/api/organised-sessions/${body.id}`);
    expect(copy.body.materials.map(({ title }) => title.fi)).toEqual(
      all.map(({ title }) => title.fi),
    );
    const file = copy.body.materials.find((material) => material.file);
    const kept = await national.get(
      `/api/organised-sessions/${body.id}/materials/${file?.id ?? ''}`,
    );
    expect(kept.text.startsWith('%PDF-1.7')).toBe(true);
  });

  it('are a few, of one’s own sessions', async () => {
    const { body } = await national.post<{ id: string }>('/api/sessions', aSession());
    const add = (by = national) =>
      by.post(`/api/sessions/${body.id}/materials`, {
        title: text('Linkki'),
        url: 'https://aineisto.example',
      });
    for (let number = 0; number < MOST_MATERIALS; number++) expect((await add()).status).toBe(201);
    expect(await add()).toMatchObject({ status: 409, ...problem('materials-too-many') });
    const lapland = await luotsi.as('groupCoordinator', { type: 'region', id: '19' });
    expect((await add(lapland)).status).toBe(404);
    expect((await upload('kalvot.pdf', pdf, lapland)).status).toBe(403);
  });
});
