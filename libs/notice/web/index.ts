/** Notices: the bell in the head, and their pages. */
export { Bell } from './live/bell';
export { noticeRoutes } from './routes';
