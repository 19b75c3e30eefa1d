/** What people are told: notices, how they are worded, when they are mailed. */
export * as noticeContract from './contract';
export * from './contract';
export * from './mail-time';
export * from './problems';
export * from './render-notice';
export { timeOfDay, type NoticeSettings, type NoticeSettingsChange } from './settings';
