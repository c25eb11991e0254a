/** https://discord.com/developers/docs/topics/permissions: what the coach's bot may ask for. */
export const PERMISSIONS = {
  MANAGE_MESSAGES: 1n << 13n,
  VIEW_CHANNEL: 1n << 10n,
  SEND_MESSAGES: 1n << 11n,
  EMBED_LINKS: 1n << 14n,
  ATTACH_FILES: 1n << 15n,
  READ_MESSAGE_HISTORY: 1n << 16n,
  MANAGE_THREADS: 1n << 34n,
  CREATE_PUBLIC_THREADS: 1n << 35n,
  CREATE_PRIVATE_THREADS: 1n << 36n,
  SEND_MESSAGES_IN_THREADS: 1n << 38n,
  USE_EXTERNAL_APPS: 1n << 50n,
  CREATE_EVENTS: 1n << 44n,
} as const;

export type Permission = keyof typeof PERMISSIONS;

/** What the install link asks for: 17970143284224. */
export const INSTALLED_WITH: readonly Permission[] = [
  'VIEW_CHANNEL',
  'SEND_MESSAGES',
  'SEND_MESSAGES_IN_THREADS',
  'CREATE_PUBLIC_THREADS',
  'CREATE_PRIVATE_THREADS',
  'EMBED_LINKS',
  'ATTACH_FILES',
  'READ_MESSAGE_HISTORY',
  'CREATE_EVENTS',
];

/** The number Discord writes for these, as a string. */
export function bitsOf(permissions: Iterable<Permission>): string {
  let bits = 0n;
  for (const each of permissions) bits |= PERMISSIONS[each];
  return bits.toString();
}
