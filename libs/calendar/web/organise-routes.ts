import { pagesWithTexts } from '@luotsi/platform/web';
import { attendanceRoutes } from './attendance/routes';
import { deskRoutes } from './desk/routes';
import { editorRoutes } from './editor/routes';
import { feedbackRoutes } from './feedback/routes';
import { organiseTexts } from './organise/texts';
import { outlineRoutes } from './outlines/routes';
import { participantRoutes } from './participants/routes';
import { seriesRoutes } from './series/routes';

/**
 * The pages of those who organise. Each subject brings routes of its own, with texts of its own and
 * its own guard (`canActivate: [needsPermission('session.organise')]`); the frame's texts are there
 * for all of them.
 */
export const organiseRoutes = pagesWithTexts(organiseTexts, [
  {
    path: '',
    children: [
      ...deskRoutes,
      ...participantRoutes,
      ...editorRoutes,
      ...attendanceRoutes,
      ...feedbackRoutes,
      ...outlineRoutes,
      ...seriesRoutes,
    ],
  },
]);
