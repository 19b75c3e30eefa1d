import type { OrganiserReference } from '@luotsi/calendar/model';

/** An organiser as the value of a choice. */
export function organiserKey({ type, id }: OrganiserReference): string {
  return `${type} ${id}`;
}

/** The organiser that a choice's value means. */
export function organiserOf(key: string): OrganiserReference {
  const [type, id = ''] = key.split(' ');
  return { type: type === 'organisation' ? 'organisation' : 'group', id };
}
