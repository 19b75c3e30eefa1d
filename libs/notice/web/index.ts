/** Notices: the bell in the head, what comes while a page is open, and their pages. */
export { Bell } from './live/bell';
export { LiveNotices } from './live/live-notices';
export { noticeRoutes } from './routes';
