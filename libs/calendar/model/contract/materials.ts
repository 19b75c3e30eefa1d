import { filledLocalised, id, idParams, languages, operation } from '@luotsi/platform/model';
import * as z from 'zod';
import { LARGEST_FILE, LONGEST_NAME } from '../materials';
import { roomLink } from '../session-draft';
import { material } from '../session-organised';

const materialParams = idParams.extend({ material: id });

/** What a material is called, in at least one language. */
const materialTitle = filledLocalised.superRefine((texts, context) => {
  for (const language of languages)
    if (texts[language].length > LONGEST_NAME)
      context.addIssue({
        ...{ code: 'too_big', origin: 'string', maximum: LONGEST_NAME, inclusive: true },
        ...{ input: texts[language], path: [language] },
      });
});

/** `POST /api/sessions/{id}/materials`: an address that those who have a seat are given. */
export const addMaterialLink = operation({
  id: 'addMaterialLink',
  method: 'POST',
  path: '/api/sessions/{id}/materials',
  summary: 'Adds a link to a session’s materials',
  permission: 'session.organise',
  params: idParams,
  body: z.object({ title: materialTitle, url: roomLink }),
  responses: { 201: material },
  problems: ['organiser-not-yours', 'materials-too-many'],
});

/** `POST /api/sessions/{id}/materials/files?name=`: a file, sent as it is; known by its content. */
export const addMaterialFile = operation({
  id: 'addMaterialFile',
  method: 'POST',
  path: '/api/sessions/{id}/materials/files',
  summary: 'Adds a file to a session’s materials: a document, a presentation or a picture',
  permission: 'session.organise',
  params: idParams,
  query: z.object({
    name: z.string().trim().min(1).max(200).describe('What the file is called: `kalvot.pdf`.'),
    title: z
      .string()
      .trim()
      .max(200)
      .optional()
      .describe('Unless given, the name without its end.'),
  }),
  file: { largest: LARGEST_FILE },
  responses: { 201: material },
  problems: ['organiser-not-yours', 'materials-too-many', 'file-kind-unknown'],
});

/** `PATCH /api/sessions/{id}/materials/{material}`: what it is called, also of a file. */
export const renameMaterial = operation({
  id: 'renameMaterial',
  method: 'PATCH',
  path: '/api/sessions/{id}/materials/{material}',
  summary: 'Changes what a link or a file of a session’s materials is called',
  permission: 'session.organise',
  params: materialParams,
  body: z.object({ title: materialTitle }),
  responses: { 200: material },
  problems: ['organiser-not-yours'],
});

/** `DELETE /api/sessions/{id}/materials/{material}` */
export const removeMaterial = operation({
  id: 'removeMaterial',
  method: 'DELETE',
  path: '/api/sessions/{id}/materials/{material}',
  summary: 'Takes a link or a file away from a session’s materials',
  permission: 'session.organise',
  params: materialParams,
  responses: { 204: null },
  problems: ['organiser-not-yours'],
});

/** `GET /api/organised-sessions/{id}/materials/{material}`: a file, to be kept, for its organiser. */
export const getOrganisedMaterialFile = operation({
  id: 'getOrganisedMaterialFile',
  method: 'GET',
  path: '/api/organised-sessions/{id}/materials/{material}',
  summary: 'A file of a session’s materials, for its organiser',
  permission: 'session.organise',
  params: materialParams,
  responses: { 200: { mediaType: 'application/octet-stream', description: 'The file.' } },
  problems: ['organiser-not-yours'],
});
