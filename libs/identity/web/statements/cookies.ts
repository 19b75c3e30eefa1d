/** Every cookie that the service sets, by name; over https those of the sign-in have a prefix. */
export const cookies = [
  { name: 'luotsi.session_token', purpose: 'session', life: 'sessionLife' },
  { name: 'luotsi.second_step', purpose: 'secondStep', life: 'minutes' },
  { name: 'luotsi.provider', purpose: 'provider', life: 'minutes' },
  { name: 'luotsi.link', purpose: 'link', life: 'minutes' },
  { name: 'luotsi_language', purpose: 'language', life: 'year' },
  { name: 'luotsi_theme', purpose: 'theme', life: 'year' },
] as const;
