/**
 * The settings of the embedded server, given at every start rather than written into the cluster,
 * so that a newer version of ours also governs an older home.
 */
const SERVER_SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  timezone: 'UTC',
  jit: 'off',
  max_logical_replication_workers: '0',
  // A confirmed answer survives power loss.
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  // Files in the data directory: /dev/shm is 64 MB in a container, and systemd-logind empties it when
  // an ordinary user logs out (https://www.postgresql.org/docs/18/kernel-resources.html#SYSTEMD-REMOVEIPC).
  dynamic_shared_memory_type: 'mmap',
  // No person's words in the log. An error's own text may quote a value ("invalid input syntax for
  // type uuid: …") and its detail a whole row, so errors of statements are not logged at all: `log`
  // ranks above `error` here. What the server says of itself stays (starts, crashes, refused logins).
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_checkpoints: 'off',
  log_timezone: 'UTC',
};

/** The settings as arguments of `postgres`. */
export function settingArguments(settings: Readonly<Record<string, string>> = SERVER_SETTINGS): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
